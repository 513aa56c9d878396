#include "review/line_ids.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hash.h"

namespace keel {
namespace {

std::string six_digits(uint64_t hash) {
  std::string out;
  for (int shift = 20; shift >= 0; shift -= 4) {
    out += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 15U];
  }
  return out;
}

std::string place_of(const ReviewLine& line) {
  return line.language == "en" ? line.flow : line.language + ":" + line.flow;
}

std::string first_free(const std::string& key, const std::set<std::string>& taken) {
  std::string id = key;
  for (int n = 2; taken.contains(id); ++n) id = key + "-" + std::to_string(n);
  return id;
}

// Which old line each new one is the same as; npos: none. The longest common subsequence.
constexpr size_t none = static_cast<size_t>(-1);
std::vector<size_t> matched(const std::vector<KnownLine>& old,
                            const std::vector<std::string>& now) {
  const size_t width = now.size() + 1;
  std::vector<uint32_t> best((old.size() + 1) * width, 0);
  for (size_t i = old.size(); i-- > 0;) {
    for (size_t j = now.size(); j-- > 0;) {
      best[i * width + j] = old[i].key == now[j]
                                ? best[(i + 1) * width + j + 1] + 1
                                : std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  std::vector<size_t> match(now.size(), none);
  for (size_t i = 0, j = 0; i < old.size() && j < now.size();) {
    if (old[i].key == now[j]) {
      match[j++] = i++;
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return match;
}

// Between two lines that stayed, as many new ones as old ones are the old ones reworded.
void carry_over_rewording(size_t old_size, std::vector<size_t>& match) {
  size_t next_old = 0;
  for (size_t begin = 0; begin <= match.size();) {
    size_t end = begin;
    while (end < match.size() && match[end] == none) ++end;
    const size_t until = end < match.size() ? match[end] : old_size;
    if (until - next_old == end - begin) {
      for (size_t j = begin; j < end; ++j) match[j] = next_old + (j - begin);
    }
    next_old = until + 1;
    begin = end + 1;
  }
}

std::vector<std::string> ids_for(const std::vector<std::string>& keys,
                                 const std::vector<KnownLine>& old) {
  std::vector<size_t> match = matched(old, keys);
  carry_over_rewording(old.size(), match);
  std::vector<std::string> ids(keys.size());
  std::set<std::string> taken;
  for (size_t i = 0; i < keys.size(); ++i) {
    if (match[i] == none || !taken.insert(old[match[i]].id).second) continue;
    ids[i] = old[match[i]].id;
  }
  for (size_t i = 0; i < keys.size(); ++i) {
    if (!ids[i].empty()) continue;
    ids[i] = first_free(keys[i], taken);
    taken.insert(ids[i]);
  }
  return ids;
}

std::string key_of(const ReviewLine& line) {
  return six_digits(mix(hash_of(line.text)));
}

std::map<std::string, std::vector<size_t>> by_place(const Inventory& inventory) {
  std::map<std::string, std::vector<size_t>> places;
  for (size_t i = 0; i < inventory.lines.size(); ++i)
    places[place_of(inventory.lines[i])].push_back(i);
  return places;
}

}  // namespace

void give_ids(Inventory& inventory, const LineIds& known) {
  for (const auto& [place, indexes] : by_place(inventory)) {
    std::vector<std::string> keys;
    keys.reserve(indexes.size());
    for (const size_t index : indexes) keys.push_back(key_of(inventory.lines[index]));
    const auto old = known.find(place);
    const std::vector<std::string> ids =
        ids_for(keys, old == known.end() ? std::vector<KnownLine>{} : old->second);
    for (size_t i = 0; i < indexes.size(); ++i)
      inventory.lines[indexes[i]].id = place + "/" + ids[i];
  }
}

Result<LineIds> parse_line_ids(const std::string& text) {
  LineIds ids;
  if (text.empty()) return ids;
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("flows") || !json["flows"].is_object())
    return Error{ErrorCode::corrupt,
                 "line-ids.json is no list of line ids: delete it, or restore it"};
  for (const auto& [place, lines] : json["flows"].items()) {
    for (const nlohmann::json& line : lines) {
      if (!line.is_string())
        return Error{ErrorCode::corrupt, "line-ids.json: a line of \"" + place + "\" is no text"};
      const std::string& entry = line.get_ref<const std::string&>();
      const size_t space = entry.find(' ');
      const std::string id = entry.substr(0, space);
      const std::string key =
          space == std::string::npos ? id.substr(0, id.find('-')) : entry.substr(space + 1);
      ids[place].push_back({id, key});
    }
  }
  return ids;
}

std::string print_line_ids(const Inventory& inventory) {
  nlohmann::ordered_json flows = nlohmann::ordered_json::object();
  for (const auto& [place, indexes] : by_place(inventory)) {
    nlohmann::ordered_json lines = nlohmann::ordered_json::array();
    for (const size_t index : indexes) {
      const ReviewLine& line = inventory.lines[index];
      const std::string id = line.id.substr(place.size() + 1);
      const std::string key = key_of(line);
      lines.push_back(id.substr(0, id.find('-')) == key ? id : id + " " + key);
    }
    flows[place] = std::move(lines);
  }
  return nlohmann::ordered_json{{"flows", std::move(flows)}}.dump(1) + "\n";
}

}  // namespace keel
