# recoup-pdf-words, the only program of ours that opens a PDF; recoup looks for it beside itself.
#
# It is built without sanitizers: they reserve more addresses than the limit leaves it, and under
# that limit it must run.

include(GNUInstallDirs)
find_package(PkgConfig REQUIRED)
pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp>=22.12)

set_target_properties(recoup_pdf_words PROPERTIES OUTPUT_NAME recoup-pdf-words
  RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
target_compile_features(recoup_pdf_words PRIVATE cxx_std_20)
target_compile_options(recoup_pdf_words PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wsign-conversion -Wold-style-cast "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")
target_link_libraries(recoup_pdf_words PRIVATE PkgConfig::POPPLER_CPP)
add_dependencies(recoup recoup_pdf_words)

install(TARGETS recoup recoup_pdf_words RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
