// kill -9 at random moments under load. Every reply that a client received is in the store, word
// for word; every acked message is there once; no turn is run twice; nobody is forgotten.
// KEEL_LONG=1 kills 200 times instead of 20. KEEL_SEED=N repeats the moments of an earlier run.
#include <signal.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "crash/crowd.h"

using namespace keel::test;

namespace {

constexpr size_t people_count = 8;
constexpr int kill_after_ms_max = 400;

uint64_t seed_of_run() {
  const char* given = std::getenv("KEEL_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
}

}  // namespace

TEST_CASE("a server that is killed again and again loses no reply and runs no turn twice",
          "[crash]") {
  const uint64_t seed = seed_of_run();
  INFO("KEEL_SEED=" << seed);
  std::mt19937_64 random(seed);
  const char* wanted = std::getenv("KEEL_LONG");
  const bool is_long = wanted != nullptr && std::string(wanted) == "1";
  const int rounds = is_long ? 200 : 20;
  const Home home;
  std::vector<Person> people(people_count);
  for (int round = 0; round < rounds; ++round) {
    // Without a limit on their rate, so that the kill falls into the thick of it.
    ServerProcess server(home, {"--messages-per-second", "0"});
    INFO("round " << round << "\n" << server.errors());
    REQUIRE(server.port() != 0);
    const auto delay = std::chrono::milliseconds(random() % kill_after_ms_max);
    std::thread killer([&server, delay] {
      std::this_thread::sleep_for(delay);
      server.signal(SIGKILL);
    });
    talk_until_cut(people, server.host(), server.port());
    killer.join();
    CHECK(server.wait() == -SIGKILL);
  }
  const ServerProcess server(home);
  size_t received = 0;
  size_t acked = 0;
  for (Person& person : people) {
    compare_with_store(person, server.host(), server.port());
    CHECK(person.complaints == std::vector<std::string>{});
    received += person.received.size();
    acked += person.acked.size();
  }
  WARN("kills " << rounds << ", frames compared " << received << ", messages acked " << acked);
  // A run in which nobody got an answer would have shown nothing.
  CHECK(acked >= static_cast<size_t>(rounds));
}
