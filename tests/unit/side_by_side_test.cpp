// A second thread that is lent: all is done, by whoever is free, and what is thrown arrives.
#include "embed/side_by_side.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

namespace keel {
namespace {

void nothing() {}

[[noreturn]] void fail() {
  throw std::runtime_error("refused");
}

TEST_CASE("two things side by side are done when both are done") {
  const Both both = side_by_side();
  for (int round = 0; round < 200; ++round) {
    int one = 0;
    int other = 0;
    both([&] { one = 1; }, [&] { other = 2; });
    REQUIRE(one + other == 3);
  }
}

TEST_CASE("what waits for the busy second thread is done by whoever handed it over") {
  const Both both = side_by_side();
  std::latch started(1);
  std::latch waited_for(1);
  std::thread::id first;
  std::thread::id second;
  both(
      [&] {
        first = std::this_thread::get_id();
        started.count_down();
        waited_for.wait();
      },
      [&] {
        started.wait();
        both([&] { second = std::this_thread::get_id(); }, nothing);
        waited_for.count_down();
      });
  CHECK(first != std::this_thread::get_id());
  CHECK(second == std::this_thread::get_id());
}

TEST_CASE("what is done side by side may have something done side by side") {
  const Both both = side_by_side();
  std::atomic<int> done = 0;
  const auto two = [&] { both([&] { ++done; }, [&] { ++done; }); };
  for (int round = 0; round < 50; ++round) both(two, two);
  CHECK(done == 200);
}

TEST_CASE("several threads may share a second one") {
  const Both both = side_by_side();
  std::atomic<int> done = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        for (int round = 0; round < 50; ++round) both([&] { ++done; }, [&] { ++done; });
      });
    }
  }
  CHECK(done == 400);
}

TEST_CASE("what either of the two throws arrives, once the other is done") {
  const Both both = side_by_side();
  bool done = false;
  CHECK_THROWS_AS(both(fail, [&] { done = true; }), std::runtime_error);
  CHECK(done);
  done = false;
  CHECK_THROWS_AS(both([&] { done = true; }, fail), std::runtime_error);
  CHECK(done);
  CHECK_THROWS_AS(both(fail, fail), std::runtime_error);
  both([&] { done = false; }, nothing);
  CHECK_FALSE(done);
}

}  // namespace
}  // namespace keel
