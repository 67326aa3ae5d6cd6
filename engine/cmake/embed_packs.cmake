# Puts every file below a folder into a room as bytes, so that the program needs no files of its own.
#
#   embed_packs(rules FOLDER rules/packs)
#   embed_files(importers FOLDER importers/profiles HEADER profile/built_in.hpp
#     TYPE BuiltInProfile FUNCTION built_in_profile_files)
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
  file(WRITE "${OUTPUT}" "// Generated from ${FOLDER}.\n#include \"${HEADER}\"\n\n"
    "#include <array>\n\nnamespace recoup {\nnamespace {\n\n${bytes}\n"
    "constexpr std::array<${TYPE}, ${number}> files = {{\n${table}}};\n\n}  // namespace\n\n"
    "std::span<const ${TYPE}> ${FUNCTION}() { return files; }\n\n}  // namespace recoup\n")
  return()
endif()

set(RECOUP_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(embed_files room)
  cmake_parse_arguments(EMBED "" "FOLDER;HEADER;TYPE;FUNCTION" "" ${ARGN})
  set(folder "${PROJECT_SOURCE_DIR}/${EMBED_FOLDER}")
  set(output "${PROJECT_BINARY_DIR}/generated/${EMBED_FUNCTION}.cpp")
  file(GLOB_RECURSE files LIST_DIRECTORIES false CONFIGURE_DEPENDS "${folder}/*")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DPACKS=${folder}" "-DOUTPUT=${output}" "-DFOLDER=${EMBED_FOLDER}"
      "-DHEADER=${EMBED_HEADER}" "-DTYPE=${EMBED_TYPE}" "-DFUNCTION=${EMBED_FUNCTION}"
      -P "${RECOUP_EMBED_SCRIPT}"
    DEPENDS ${files} "${RECOUP_EMBED_SCRIPT}" VERBATIM)
  target_sources(recoup_${room} PRIVATE "${output}")
endfunction()

function(embed_packs room)
  embed_files(${room} ${ARGN} HEADER built_in_files.hpp TYPE BuiltInFile FUNCTION built_in_files)
endfunction()
