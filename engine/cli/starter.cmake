# The pack of `keel new`, compiled in; a library of its own, so that its test need not have the whole command.
file(GLOB_RECURSE starter_files RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/starter CONFIGURE_DEPENDS
  ${CMAKE_CURRENT_SOURCE_DIR}/starter/*)
list(TRANSFORM starter_files PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/starter/ OUTPUT_VARIABLE starter_paths)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/starter_files.txt "${starter_files}")
add_custom_command(
  OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/starter_pack.cpp
  COMMAND ${CMAKE_COMMAND} -DFILES_LIST=${CMAKE_CURRENT_BINARY_DIR}/starter_files.txt
          -DROOT=${CMAKE_CURRENT_SOURCE_DIR}/starter -DOUTPUT=${CMAKE_CURRENT_BINARY_DIR}/starter_pack.cpp
          -DFUNCTION=starter_pack -DHEADER=cli/starter.h -P ${PROJECT_SOURCE_DIR}/cmake/embed_pack.cmake
  DEPENDS ${starter_paths} ${PROJECT_SOURCE_DIR}/cmake/embed_pack.cmake
  VERBATIM)
add_library(keel_starter STATIC ${CMAKE_CURRENT_BINARY_DIR}/starter_pack.cpp)
target_link_libraries(keel_starter PUBLIC keel_flags keel_script)
