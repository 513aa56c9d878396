#pragma once
// LargeArray: a vector for many megabytes that are read here and there. Asks the system for large
// pages, on which each read finds its place at once; without them it is as any other vector.
//
//   LargeArray<float> weights(rows * columns);
//
// Threads: as std::allocator. Errors: std::bad_alloc.
#include <cstddef>
#include <new>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace keel {

template <class T>
struct LargePages {
  using value_type = T;

  LargePages() = default;
  template <class U>
  LargePages(const LargePages<U>&) {}  // NOLINT(google-explicit-constructor)

  T* allocate(size_t count) {
    const size_t bytes = count * sizeof(T);
    if (bytes < page) return static_cast<T*>(::operator new(bytes));
    void* memory = ::operator new ((bytes + page - 1) / page * page, std::align_val_t{page});
#if defined(__linux__)
    madvise(memory, bytes, MADV_HUGEPAGE);
#endif
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, size_t count) {
    if (count * sizeof(T) < page) return ::operator delete(memory);
    ::operator delete (memory, std::align_val_t{page});
  }
  bool operator==(const LargePages&) const {
    return true;
  }

 private:
  static constexpr size_t page = size_t{2} << 20U;
};

template <class T>
using LargeArray = std::vector<T, LargePages<T>>;

}  // namespace keel
