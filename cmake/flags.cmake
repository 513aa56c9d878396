# keel_flags: what every target is built with. keel_core_flags: the folders that must also run where there are
# no exceptions and no run-time type information (another program, a browser page).
add_library(keel_flags INTERFACE)
target_include_directories(keel_flags INTERFACE ${PROJECT_SOURCE_DIR}/engine)
target_compile_options(keel_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                            -Wno-sign-conversion -Wnon-virtual-dtor)
# g++ 12 takes the empty state of std::optional members for an uninitialised read, and a literal put before a
# string for a copy onto itself (its bug 105651).
target_compile_options(keel_flags INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict>)
# Nothing reads errno after mathematics; without it square roots are found several at a time.
target_compile_options(keel_flags INTERFACE -fno-math-errno)
if(KEEL_DEV)
  target_compile_options(keel_flags INTERFACE -Werror)
endif()

add_library(keel_core_flags INTERFACE)
target_link_libraries(keel_core_flags INTERFACE keel_flags)
target_compile_options(keel_core_flags INTERFACE -fno-exceptions -fno-rtti)
