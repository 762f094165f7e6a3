# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` and the packages put where.
include(GNUInstallDirs)

set(application_id io.github.collapsar.Collapsar)
install(TARGETS collapsar-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(TARGET collapsar)
  install(TARGETS collapsar RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(FILES ${CMAKE_CURRENT_LIST_DIR}/${application_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${CMAKE_CURRENT_LIST_DIR}/${application_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${CMAKE_CURRENT_LIST_DIR}/${application_id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
          RENAME ${application_id}.xml)
  install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/collapsar.svg
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME ${application_id}.svg)
endif()
include(${CMAKE_CURRENT_LIST_DIR}/cpack.cmake)
