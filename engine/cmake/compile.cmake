# How our own code is compiled: standard, warnings, sanitizers. Never in CMAKE_CXX_FLAGS.

set(RECOUP_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")
option(RECOUP_FUZZ "Build the fuzz targets, which needs clang" OFF)
option(RECOUP_DEVELOPER "Build the tests and treat our code strictly" OFF)

add_library(recoup_compile INTERFACE)
target_compile_features(recoup_compile INTERFACE cxx_std_20)
target_compile_options(recoup_compile INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wfloat-equal
  -Wdouble-promotion -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
  # g++ 12 reports a false overlap for "literal" + std::string (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
  "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")
if(RECOUP_SANITIZE)
  # Under sanitizers g++ 12 sees uninitialised members in Boost's numbers where there are none.
  target_compile_options(recoup_compile INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_compile_options(recoup_compile INTERFACE "-fsanitize=${RECOUP_SANITIZE}"
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(recoup_compile INTERFACE "-fsanitize=${RECOUP_SANITIZE}")
endif()

find_program(RECOUP_CCACHE ccache)
if(RECOUP_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The cache looks through a precompiled header only where it is told that it may.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros "${RECOUP_CCACHE}")
endif()
