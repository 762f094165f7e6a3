# SPDX-License-Identifier: GPL-3.0-or-later
# Who may include whom. cmake -DROOT=<source> -P layers.cmake: fails and names every include that crosses a boundary.

function(sources_of folder result)
  file(GLOB_RECURSE sources "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cpp" "${ROOT}/${folder}/*.inc")
  if(NOT sources)
    message(SEND_ERROR "${folder}: no sources found, the rule checks nothing")
  endif()
  set(${result} ${sources} PARENT_SCOPE)
endfunction()

# forbid(<folder> <regex of include names> <why> [regex of include names that are allowed all the same])
function(forbid folder regex why)
  sources_of(${folder} sources)
  foreach(source IN LISTS sources)
    file(STRINGS "${source}" hits REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"](${regex})")
    foreach(hit IN LISTS hits)
      if(ARGC GREATER 3 AND hit MATCHES "[<\"](${ARGV3})")
        continue()
      endif()
      file(RELATIVE_PATH name "${ROOT}" "${source}")
      message(SEND_ERROR "${name}: ${hit}\n  ${why}")
    endforeach()
  endforeach()
endfunction()

set(torch "torch/|ATen/|c10/|boost/")
set(qt "Q[A-Z]|Qt|qcustomplot")

forbid(core "${qt}|widgets/|app/" "core knows no Qt, no widgets, no app")
forbid(core/report "${torch}|nlohmann/|zlib|openssl/" "report is plain data on std only")
forbid(widgets "${torch}|nlohmann/|app/" "widgets know no tensors, no files, no app")
forbid(widgets "core/" "widgets see core/report only" "core/report/")
forbid(app "${torch}" "app never sees a tensor")
forbid(app "core/" "app sees run handles, presets and torch-free exports only"
       "core/(report/|export/|train/(run|race|run_sink|run_follower|run_evaluation|run_models|data_summary|preset|numerics)\\.h)")
forbid(app/cli "${qt}|widgets/" "collapsar-cli needs no Qt")

# Inside core a room includes itself and the rooms before it.
set(later "export")
foreach(room train checkpoint strategy diagnostics objective model data nn report)
  forbid(core/${room} "core/(${later})/"
         "core/${room} comes earlier: report, nn, data, model, objective, diagnostics, strategy, checkpoint, train, export")
  string(APPEND later "|${room}")
endforeach()

# x.cpp includes x.h first, which proves that x.h compiles alone.
foreach(folder core widgets app)
  sources_of(${folder} sources)
  foreach(source IN LISTS sources)
    string(REGEX REPLACE "\\.cpp$" ".h" header "${source}")
    if(source STREQUAL header OR NOT EXISTS "${header}")
      continue()
    endif()
    file(RELATIVE_PATH own "${ROOT}" "${header}")
    file(STRINGS "${source}" first REGEX "^[ \t]*#[ \t]*include" LIMIT_COUNT 1)
    if(NOT first MATCHES "\"${own}\"")
      message(SEND_ERROR "${own}: must be the first include of its .cpp, not ${first}")
    endif()
  endforeach()
endforeach()
