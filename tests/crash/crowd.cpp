#include "crash/crowd.h"

#include <set>
#include <thread>

namespace keel::test {
namespace {

const std::vector<std::string> phrases = {"hey",         "she left me on read",
                                          "no",          "i want to text him",
                                          "yes",         "what do you mean",
                                          "i dont know", "since yesterday evening",
                                          "7",           "go back",
                                          "menu"};

// A number must bring the same frame whenever it comes.
void receive(Person& person, const Json& frame, const std::string& text) {
  const int64_t seq = frame.value("seq", int64_t{0});
  const auto [known, fresh] = person.received.emplace(seq, text);
  if (!fresh && known->second != text) {
    person.complaints.push_back("number " + std::to_string(seq) + " changed:\n" + known->second +
                                "\n" + text);
  }
  if (static_cast<uint64_t>(seq) > person.account.last_seq) {
    if (static_cast<uint64_t>(seq) != person.account.last_seq + 1) {
      person.complaints.push_back("a gap before number " + std::to_string(seq));
    }
    person.account.last_seq = static_cast<uint64_t>(seq);
  }
}

void take(Person& person, const std::string& text) {
  const Json frame = Json::parse(text, nullptr, false);
  const std::string type = frame.is_object() ? frame.value("type", "") : "";
  if (type == "you" || type == "bot") receive(person, frame, text);
  if (type == "ack") {
    const std::string id = frame.value("id", "");
    const auto [known, fresh] = person.acked.emplace(id, frame.value("seq", int64_t{0}));
    if (!fresh && known->second != frame.value("seq", int64_t{0})) {
      person.complaints.push_back("message " + id + " was run twice");
    }
    person.sent.erase(id);
  }
}

bool greeted(Person& person, WsClient& client) {
  const Account before = person.account;
  client.send_json(hello_frame(before));
  const std::optional<Json> welcome = client.read_json();
  if (!welcome) return false;
  if (welcome->value("type", "") != "welcome") {
    person.complaints.push_back("no welcome but " + welcome->dump());
    return false;
  }
  if (!before.token.empty() && !welcome->value("resumed", false)) {
    person.complaints.push_back("came back and was not known");
  }
  person.account.token = welcome->value("token", "");
  person.account.epoch = welcome->value("epoch", "");
  return true;
}

void talk(Person& person, const std::string& host, uint16_t port) {
  WsClient client(host, port);
  if (!client.open() || !greeted(person, client)) return;
  for (const auto& [id, words] : person.sent) client.send_json(user_frame(id, words));
  while (client.open()) {
    // Two messages may be under way, so that a kill also falls between them.
    while (person.sent.size() < 2) {
      const std::string id = new_id();
      const std::string words = phrases[person.said++ % phrases.size()];
      person.sent.emplace(id, words);
      client.send_json(user_frame(id, words));
    }
    const std::optional<std::string> text = client.read_text();
    if (!text) return;
    take(person, *text);
  }
}

}  // namespace

void talk_until_cut(std::vector<Person>& people, const std::string& host, uint16_t port) {
  std::vector<std::thread> threads;
  for (Person& person : people) {
    threads.emplace_back([&person, &host, port] { talk(person, host, port); });
  }
  for (std::thread& thread : threads) thread.join();
}

void compare_with_store(Person& person, const std::string& host, uint16_t port) {
  if (person.account.token.empty()) return;
  Person again;
  again.account = person.account;
  again.account.last_seq = 0;
  WsClient client(host, port);
  client.send_json(hello_frame(again.account));
  const std::optional<Json> welcome = client.read_json();
  if (!welcome || welcome->value("type", "") != "welcome") {
    person.complaints.push_back("the store does not know this person any more");
    return;
  }
  const int64_t last = welcome->value("seq", int64_t{0});
  while (static_cast<int64_t>(again.account.last_seq) < last) {
    const std::optional<std::string> text = client.read_text();
    if (!text) break;
    take(again, *text);
  }
  for (const auto& [seq, text] : person.received) {
    const auto stored = again.received.find(seq);
    if (stored == again.received.end()) {
      person.complaints.push_back("received and not stored: " + text);
    } else if (stored->second != text) {
      person.complaints.push_back("stored otherwise than received: " + text + "\n" +
                                  stored->second);
    }
  }
  std::set<std::string> ids;
  std::map<std::string, int64_t> numbers;
  for (const auto& [seq, text] : again.received) {
    const Json frame = Json::parse(text);
    if (frame["type"] != "you") continue;
    numbers.emplace(frame["id"], seq);
    if (!ids.insert(frame["id"]).second) person.complaints.push_back("run twice: " + text);
  }
  for (const auto& [id, seq] : person.acked) {
    const auto stored = numbers.find(id);
    if (stored == numbers.end() || stored->second != seq) {
      person.complaints.push_back("acked and not stored: " + id);
    }
  }
  for (std::string& complaint : again.complaints) person.complaints.push_back(std::move(complaint));
}

}  // namespace keel::test
