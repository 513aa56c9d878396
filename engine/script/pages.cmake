# The pages of `keel explain`, compiled in. A code without a page stops the build.
file(GLOB page_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/pages/K*.md)
add_custom_command(
  OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/pages.cpp
  COMMAND ${CMAKE_COMMAND} -DCODES=${CMAKE_CURRENT_SOURCE_DIR}/codes.cpp -DPAGES=${CMAKE_CURRENT_SOURCE_DIR}/pages
          -DOUTPUT=${CMAKE_CURRENT_BINARY_DIR}/pages.cpp -P ${PROJECT_SOURCE_DIR}/cmake/embed_pages.cmake
  DEPENDS ${page_files} codes.cpp ${PROJECT_SOURCE_DIR}/cmake/embed_pages.cmake
  VERBATIM)
target_sources(keel_script PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/pages.cpp)
