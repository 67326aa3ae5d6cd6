# Puts every file below a folder into a room as bytes, so that the program needs no files of its own.
#
#   embed_packs(rules FOLDER rules/packs)
#
# The file calls itself as a script while building; paths in the program are those below the folder.

if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB_RECURSE files RELATIVE "${PACKS}" LIST_DIRECTORIES false "${PACKS}/*")
  list(SORT files)
  set(bytes "")
  set(table "")
  set(number 0)
  foreach(path IN LISTS files)
    file(READ "${PACKS}/${path}" hex HEX)
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," hex "${hex}")
    string(REGEX REPLACE "(('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',))"
      "\\1\n" hex "${hex}")
    string(APPEND bytes "constexpr char file_${number}[] = {${hex}'\\0'};\n")
    string(APPEND table "    {\"${path}\", {file_${number}, sizeof(file_${number}) - 1}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(WRITE "${OUTPUT}" "// Generated from rules/packs.\n#include \"built_in_files.hpp\"\n\n"
    "#include <array>\n\nnamespace recoup {\nnamespace {\n\n${bytes}\n"
    "constexpr std::array<BuiltInFile, ${number}> files = {{\n${table}}};\n\n}  // namespace\n\n"
    "std::span<const BuiltInFile> built_in_files() { return files; }\n\n}  // namespace recoup\n")
  return()
endif()

set(RECOUP_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(embed_packs room)
  cmake_parse_arguments(EMBED "" "FOLDER" "" ${ARGN})
  set(packs "${PROJECT_SOURCE_DIR}/${EMBED_FOLDER}")
  set(output "${PROJECT_BINARY_DIR}/generated/built_in_files.cpp")
  file(GLOB_RECURSE files LIST_DIRECTORIES false CONFIGURE_DEPENDS "${packs}/*")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DPACKS=${packs}" "-DOUTPUT=${output}" -P "${RECOUP_EMBED_SCRIPT}"
    DEPENDS ${files} "${RECOUP_EMBED_SCRIPT}" VERBATIM)
  target_sources(recoup_${room} PRIVATE "${output}")
endfunction()
