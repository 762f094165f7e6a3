# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(widgets PRIVATE
  control_bar.cpp control_bar_progress.cpp control_bar.h
  display_text.cpp display_text.h
  event_list.cpp event_list.h
  export_dialog.cpp export_dialog.h
  glyph_icon.cpp glyph_icon.h
  notice_bar.cpp notice_bar.h
  preset_picker.cpp preset_picker.h
  run_card.cpp run_card_sentence.cpp run_card.h
  run_chip.cpp run_chip.h
  segmented_control.cpp segmented_control.h
  settings_dialog.cpp settings_dialog.h
  settings_form.cpp settings_form.h
  setting_row.cpp setting_row.h
  setting_text.cpp
  setting_words.cpp setting_words.h
  stage.cpp stage.h
  switch_rows.cpp switch_rows.h
  switches_card.cpp switches_card.h
  toggle_switch.cpp toggle_switch.h
  verdict_latch.cpp verdict_latch.h)
