# What a developer calls by name: `cmake --build --preset dev --target format` and `… lint`.

foreach(top engine importers include rules tests)
  list(APPEND recoup_code_globs "${PROJECT_SOURCE_DIR}/${top}/*.cpp" "${PROJECT_SOURCE_DIR}/${top}/*.hpp")
endforeach()
file(GLOB_RECURSE recoup_code CONFIGURE_DEPENDS ${recoup_code_globs})

find_program(RECOUP_CLANG_FORMAT NAMES clang-format clang-format-14)
if(RECOUP_CLANG_FORMAT)
  add_custom_target(format COMMAND "${RECOUP_CLANG_FORMAT}" -i ${recoup_code}
    COMMENT "clang-format over every source and header" VERBATIM)
endif()

# Only what is compiled can be looked through: headers are seen through the sources that include
# them (HeaderFilterRegex of .clang-tidy).
find_program(RECOUP_RUN_CLANG_TIDY NAMES run-clang-tidy run-clang-tidy-14)
if(RECOUP_RUN_CLANG_TIDY)
  add_custom_target(lint
    COMMAND "${RECOUP_RUN_CLANG_TIDY}" -quiet -p "${PROJECT_BINARY_DIR}"
      "^${PROJECT_SOURCE_DIR}/(engine|importers|rules)/"
    COMMENT "clang-tidy over every source of a room" VERBATIM)
endif()
