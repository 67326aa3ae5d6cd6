# Headers of others that most of our sources read, compiled once. It only saves time: every source
# still names what it uses, and each public header is compiled alone without them (room.cmake).
#
# GCC takes a precompiled header only where the macros that it saw are defined alike, so there is
# one for each set: plain, with Poco's, and for the tests.

option(RECOUP_PRECOMPILE "Precompile the headers of others" ON)

set(recoup_common_headers <algorithm> <array> <charconv> <compare> <cstdint> <functional> <iterator>
  <map> <memory> <optional> <set> <span> <string> <string_view> <tuple> <utility> <variant> <vector>)

# recoup_precompiled(NAME [LIBRARIES …] [HEADERS …]) makes one.
function(recoup_precompiled name)
  cmake_parse_arguments(PCH "" "" "LIBRARIES;HEADERS" ${ARGN})
  set(source "${PROJECT_BINARY_DIR}/precompiled/${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// Carries a precompiled header.\n")
  add_library(${name} OBJECT "${source}")
  target_link_libraries(${name} PRIVATE recoup_compile ${PCH_LIBRARIES})
  target_precompile_headers(${name} PRIVATE ${recoup_common_headers} ${PCH_HEADERS})
endfunction()

# recoup_use_precompiled(TARGET NAME) lets a target read it.
function(recoup_use_precompiled target name)
  if(TARGET ${name})
    target_precompile_headers(${target} REUSE_FROM ${name})
    # Through it g++ 12 forgets which code is the library's, and gives its false warnings of that.
    target_compile_options(${target} PRIVATE $<$<NOT:$<CONFIG:Debug>>:-Wno-array-bounds
      -Wno-stringop-overflow -Wno-stringop-overread>)
  endif()
endfunction()

if(RECOUP_PRECOMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  recoup_precompiled(recoup_pch)
  recoup_precompiled(recoup_pch_poco LIBRARIES Poco::Foundation)
  if(RECOUP_DEVELOPER)
    recoup_precompiled(recoup_pch_tests LIBRARIES GTest::gmock HEADERS <gmock/gmock.h> <gtest/gtest.h>)
  endif()
endif()
