// The inside of a sentence: literal text and {slots}.
#include <algorithm>

#include "script/did_you_mean.h"
#include "script/lower.h"

namespace keel {
namespace {

constexpr std::string_view forms =
    "{slot}, {last slot}, {day of slot}, {heard what}, {who}, {them}, {they have}";

Piece piece(Piece::Kind kind, std::string text) {
  return {kind, std::move(text), false};
}

std::optional<Piece> piece_of_person(Tokens& tokens) {
  if (tokens.left() == 1) {
    if (tokens.sees("who")) return piece(Piece::Kind::who, {});
    if (tokens.sees("them")) return piece(Piece::Kind::them, {});
    if (tokens.sees("they")) return piece(Piece::Kind::they, {});
    if (tokens.sees("their")) return piece(Piece::Kind::their, {});
    return std::nullopt;
  }
  for (const std::string_view verb : {"have", "are"}) {
    if (tokens.left() == 2 && tokens.sees("they") && tokens.peek(1).text == verb) {
      return piece(Piece::Kind::they_verb, std::string(verb));
    }
  }
  return std::nullopt;
}

void check_particular(FlowScope& scope, const Words& name) {
  const auto known = particulars();
  if (std::find(known.begin(), known.end(), name.text) != known.end()) return;
  const std::vector<std::string> all(known.begin(), known.end());
  scope.error("K045", name.span, "nothing is heard by the name " + quoted(name.text),
              nearest_or_all(name.text, all));
}

void check_kept(FlowScope& scope, const Words& name) {
  if (scope.names.kept.contains(name.text)) return;
  const std::vector<std::string> all(scope.names.kept.begin(), scope.names.kept.end());
  std::string hint = did_you_mean(name.text, all);
  if (hint.empty()) hint = "`last` reads what a flow writes down with `keep:`";
  scope.error("K044", name.span, "no flow keeps a slot named " + quoted(name.text),
              std::move(hint));
}

std::optional<Piece> piece_in(FlowScope& scope, Tokens& tokens) {
  if (std::optional<Piece> person = piece_of_person(tokens)) return person;
  if (tokens.left() == 2 && tokens.take("last")) {
    const Words name = tokens.next();
    check_kept(scope, name);
    return piece(Piece::Kind::last_slot, name.text);
  }
  if (tokens.left() == 2 && tokens.take("heard")) {
    const Words name = tokens.next();
    check_particular(scope, name);
    return piece(Piece::Kind::heard, name.text);
  }
  if (tokens.left() == 3 && tokens.take("day of")) {
    const Words name = tokens.next();
    scope.slot(name);
    return piece(Piece::Kind::day_of, name.text);
  }
  if (tokens.left() != 1 || !is_slot_name(tokens.peek().text)) return std::nullopt;
  const Words name = tokens.next();
  scope.slot(name);
  return piece(Piece::Kind::slot, name.text);
}

}  // namespace

std::vector<Piece> pieces_of(FlowScope& scope, const Words& words) {
  std::vector<Piece> pieces;
  const std::string& text = words.text;
  size_t at = 0;
  while (at < text.size()) {
    const size_t open = text.find_first_of("{}", at);
    if (open == std::string::npos) break;
    if (open > at) pieces.push_back(piece(Piece::Kind::literal, text.substr(at, open - at)));
    const size_t close = text.find_first_of("{}", open + 1);
    const auto begin = static_cast<uint32_t>(words.span.begin + open);
    if (text[open] == '}' || close == std::string::npos || text[close] == '{') {
      scope.error("K064", {begin, begin + 1}, "this bracket has no partner", "{slot}");
      return pieces;
    }
    const auto end = static_cast<uint32_t>(words.span.begin + close);
    // {Day of x}: the capital is for the reader, the name is looked up without it.
    std::string inside = text.substr(open + 1, close - open - 1);
    const bool capital = !inside.empty() && inside[0] >= 'A' && inside[0] <= 'Z';
    Tokens tokens(*scope.node.source, {begin + 1, end});
    if (capital) tokens.lower_first();
    std::optional<Piece> found = piece_in(scope, tokens);
    if (found) {
      found->capital = capital;
      pieces.push_back(std::move(*found));
    } else {
      scope.error("K065", {begin, end + 1},
                  "nothing can be said in place of " + quoted("{" + inside + "}"),
                  std::string(forms));
    }
    at = close + 1;
  }
  if (at < text.size()) pieces.push_back(piece(Piece::Kind::literal, text.substr(at)));
  return pieces;
}

}  // namespace keel
