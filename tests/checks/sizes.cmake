# SPDX-License-Identifier: GPL-3.0-or-later
# Hard stops of the size budgets: cmake -DROOT=<source> -DAWK=<awk> -P sizes.cmake. The budgets themselves are tighter (a
# function 40 lines, a header 120, a source 350) and left to review.
set(sources "")
foreach(folder core widgets app tests)
  file(GLOB_RECURSE found "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cpp")
  if(NOT found)
    message(SEND_ERROR "${folder}: no sources found, the check checks nothing")
  endif()
  list(APPEND sources ${found})
endforeach()
execute_process(COMMAND ${AWK} -v file_limit=500 -v function_limit=60 -f "${ROOT}/tests/checks/sizes.awk" ${sources}
                RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "Too large; split it, one concept a file and one job a function:\n${output}")
endif()
