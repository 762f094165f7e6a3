# SPDX-License-Identifier: GPL-3.0-or-later
# Figures of runs for print, and the replay as an animation.
find_package(GIF REQUIRED)
target_sources(widgets PRIVATE
  animation_dialog.cpp animation_dialog.h
  animation_job.cpp animation_job.h
  animation_writer.cpp animation_writer.h
  export_dialog_fields.cpp
  export_sizes.cpp export_sizes.h
  curve_painter.cpp curve_painter.h
  figure_axes.cpp figure_axes.h
  figure_run.cpp figure_run.h
  gif_palette.cpp gif_palette.h
  gif_writer.cpp gif_writer.h
  he_figure_panels.cpp he_figure_panels.h
  he_figures.cpp he_figures.h
  mean_space_painter.cpp mean_space_painter.h
  replay_scene.cpp replay_scene.h)
target_link_libraries(widgets PRIVATE GIF::GIF)
