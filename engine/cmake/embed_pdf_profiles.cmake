# Puts the profiles of PDF statements into a room as bytes. The file calls itself as a script while
# building. The order is the order of the names, but for uk-statement and plain-lines, which are tried
# last and in this order: they fit most.

if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB names RELATIVE "${PROFILES}" "${PROFILES}/*.profile")
  list(SORT names)
  list(REMOVE_ITEM names uk-statement.profile plain-lines.profile)
  list(APPEND names uk-statement.profile plain-lines.profile)
  set(rows "")
  foreach(name IN LISTS names)
    file(READ "${PROFILES}/${name}" text)
    string(REGEX REPLACE "\\.profile$" "" bare "${name}")
    string(APPEND rows "      {\"${bare}\", R\"profile(${text})profile\"},\n")
  endforeach()
  file(WRITE "${OUTPUT}" "// Generated from importers/pdf/profiles.\n#include \"pdf/pdf_profile.hpp\"\n\n"
    "namespace recoup {\n\nstd::vector<BuiltInPdfProfile> built_in_pdf_profiles() {\n  return {\n${rows}"
    "  };\n}\n\n}  // namespace recoup\n")
  return()
endif()

set(RECOUP_EMBED_PDF_PROFILES "${CMAKE_CURRENT_LIST_FILE}")

function(embed_pdf_profiles room)
  set(profiles "${PROJECT_SOURCE_DIR}/importers/pdf/profiles")
  set(output "${PROJECT_BINARY_DIR}/generated/pdf_profiles.cpp")
  file(GLOB files CONFIGURE_DEPENDS "${profiles}/*.profile")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DPROFILES=${profiles}" "-DOUTPUT=${output}"
      -P "${RECOUP_EMBED_PDF_PROFILES}"
    DEPENDS ${files} "${RECOUP_EMBED_PDF_PROFILES}" VERBATIM)
  target_sources(recoup_${room} PRIVATE "${output}")
endfunction()
