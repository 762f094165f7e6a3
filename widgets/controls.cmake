# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(widgets PRIVATE
  compare_dialog.cpp compare_dialog.h
  compare_request.cpp compare_request.h
  compare_variants.cpp compare_variants.h
  control_bar.cpp control_bar_progress.cpp control_bar.h
  corpus_dialog.cpp corpus_dialog.h
  differences_panel.cpp differences_panel.h
  display_text.cpp display_text.h
  event_list.cpp event_list.h
  example_choice.cpp example_choice.h
  export_dialog.cpp export_dialog.h
  fork_dialog.cpp fork_dialog.h
  fork_switches.cpp fork_switches.h
  glyph_icon.cpp glyph_icon.h
  notice_bar.cpp notice_bar.h
  preset_picker.cpp preset_picker.h
  run_card.cpp run_card_sentence.cpp run_card_time.cpp run_card.h
  run_chip.cpp run_chip.h
  run_row.cpp run_row.h
  runs_arrangement.cpp runs_arrangement.h
  runs_delegate.cpp runs_delegate.h
  runs_model.cpp runs_model.h
  runs_panel.cpp runs_panel_actions.cpp runs_panel_columns.cpp runs_panel.h
  segmented_control.cpp segmented_control.h
  settings_dialog.cpp settings_dialog.h
  settings_form.cpp settings_form.h
  setting_row.cpp setting_row.h
  setting_text.cpp
  setting_words.cpp setting_words.h
  stage.cpp stage.h
  switch_rows.cpp switch_rows.h
  switches_card.cpp switches_card.h
  replay_clock.cpp replay_clock.h
  time_line.cpp time_line.h time_cursor.h
  time_track.cpp time_track.h
  toggle_switch.cpp toggle_switch.h
  verdict_latch.cpp verdict_latch.h
  words_column.h
  words_controls.cpp words_controls.h
  words_delegate.cpp words_delegate.h
  words_finding.cpp words_finding.h
  words_header.cpp words_header.h
  words_model.cpp words_model.h
  words_page.cpp words_page.h
  words_table.cpp words_table.h
  wrapping_row.cpp wrapping_row.h)
