# SPDX-License-Identifier: GPL-3.0-or-later
# Included by app/CMakeLists.txt. `ninja collapsar_lupdate` collects the texts of widgets and app into the .ts files; the
# build compiles them into the program under :/i18n.
set(collapsar_languages ja ko zh_CN)
set(collapsar_ts "")
foreach(language IN LISTS collapsar_languages)
  list(APPEND collapsar_ts ${PROJECT_SOURCE_DIR}/translations/collapsar_${language}.ts)
endforeach()
get_target_property(translated_app app_lib SOURCES)
list(TRANSFORM translated_app PREPEND ${PROJECT_SOURCE_DIR}/app/)
get_target_property(translated_widgets widgets SOURCES)
list(FILTER translated_widgets EXCLUDE REGEX "^/")
list(TRANSFORM translated_widgets PREPEND ${PROJECT_SOURCE_DIR}/widgets/)
qt_add_translations(collapsar TS_FILES ${collapsar_ts} SOURCES ${translated_app} ${translated_widgets}
                    RESOURCE_PREFIX "/i18n" LRELEASE_OPTIONS -silent)
