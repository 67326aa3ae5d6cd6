# A room is a folder of sources, a CMake target, and a set of public headers that only the rooms
# which name it can see: an include that points upward finds no file.
#
#   recoup_room(money FOLDER engine/money USES base number SOURCES currency.cpp money.cpp
#               PRIVATE_LIBRARIES …)

function(recoup_room name)
  cmake_parse_arguments(ROOM "" "FOLDER" "USES;SOURCES;PRIVATE_LIBRARIES" ${ARGN})
  # The room's include path is a folder that holds one link: to its own public headers.
  set(view "${PROJECT_BINARY_DIR}/rooms/${name}")
  set(headers "${PROJECT_SOURCE_DIR}/include/recoup/${name}")
  file(MAKE_DIRECTORY "${view}/recoup")
  if(EXISTS "${headers}")
    file(CREATE_LINK "${headers}" "${view}/recoup/${name}" SYMBOLIC)
  endif()
  list(TRANSFORM ROOM_SOURCES PREPEND "${PROJECT_SOURCE_DIR}/${ROOM_FOLDER}/")
  add_library(recoup_${name} STATIC ${ROOM_SOURCES})
  foreach(used IN LISTS ROOM_USES)
    if(NOT TARGET recoup_${used})
      message(FATAL_ERROR "room '${name}' uses '${used}', which is not below it")
    endif()
    target_link_libraries(recoup_${name} PUBLIC recoup_${used})
  endforeach()
  target_include_directories(recoup_${name}
    PUBLIC "$<BUILD_INTERFACE:${view}>"
    PRIVATE "${PROJECT_SOURCE_DIR}/${ROOM_FOLDER}")
  target_compile_options(recoup_${name} PUBLIC "$<BUILD_INTERFACE:-fmacro-prefix-map=${view}/=include/>")
  target_link_libraries(recoup_${name} PRIVATE recoup_compile ${ROOM_PRIVATE_LIBRARIES})
  if(ROOM_PRIVATE_LIBRARIES MATCHES "Poco::")
    recoup_use_precompiled(recoup_${name} recoup_pch_poco)
  else()
    recoup_use_precompiled(recoup_${name} recoup_pch)
  endif()
  if(RECOUP_DEVELOPER AND NOT RECOUP_SANITIZE)
    recoup_headers_alone(${name} "${headers}")
  endif()
endfunction()

# Each public header is compiled alone, so that none needs another one first.
function(recoup_headers_alone name headers)
  file(GLOB public RELATIVE "${headers}" CONFIGURE_DEPENDS "${headers}/*.hpp")
  set(alone "")
  foreach(header IN LISTS public)
    set(source "${PROJECT_BINARY_DIR}/alone/${name}/${header}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"recoup/${name}/${header}\"\n")
    list(APPEND alone "${source}")
  endforeach()
  if(alone)
    add_library(recoup_${name}_headers OBJECT ${alone})
    target_link_libraries(recoup_${name}_headers PRIVATE recoup_${name} recoup_compile)
  endif()
endfunction()

# One test program per room, linked to that room alone: a call upward is an undefined reference.
#
#   room_test(money SOURCES money_test.cpp currency_test.cpp)
function(room_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name}_test ${TEST_SOURCES})
  target_include_directories(${name}_test PRIVATE "${PROJECT_SOURCE_DIR}/tests/support")
  target_compile_definitions(${name}_test PRIVATE
    RECOUP_SOURCE_DIR="${PROJECT_SOURCE_DIR}" RECOUP_TESTS_DIR="${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${name}_test PRIVATE recoup_${name} ${TEST_LIBRARIES} recoup_compile
    GTest::gtest_main GTest::gmock)
  recoup_use_precompiled(${name}_test recoup_pch_tests)
  # What is tested is as fast as it ships; the checks around it need not be.
  target_compile_options(${name}_test PRIVATE $<$<CONFIG:Release>:-O1>)
  gtest_discover_tests(${name}_test PROPERTIES LABELS ${name} DISCOVERY_TIMEOUT 60)
endfunction()
