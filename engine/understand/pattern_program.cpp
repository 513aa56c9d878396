#include "understand/pattern_program.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/hash.h"

namespace keel {
namespace {

using Kind = PatternNode::Kind;

// Words that stand in most messages: a pattern should be looked for by another of its words.
constexpr std::string_view common_words[] = {
    "i",     "to",   "the",  "and",     "a",    "my",    "me",   "it",   "he",   "she",  "him",
    "her",   "that", "im",   "of",      "in",   "is",    "was",  "for",  "but",  "you",  "so",
    "not",   "just", "have", "do",      "what", "on",    "this", "with", "we",   "they", "them",
    "be",    "if",   "or",   "no",      "like", "dont",  "know", "its",  "at",   "all",  "how",
    "want",  "am",   "are",  "can",     "cant", "been",  "now",  "up",   "out",  "when", "get",
    "go",    "his",  "as",   "about",   "from", "would", "has",  "had",  "will", "did",  "why",
    "their", "an",   "one",  "because", "text", "feel",  "hes",  "shes", "ex",   "love", "there"};

uint32_t cost_of(std::string_view word) {
  uint32_t cost = 120;
  for (const std::string_view common : common_words) {
    if (word == common) return cost;
    --cost;
  }
  return word.size() <= 2 ? 6 : 2;
}

struct Fragment {
  std::vector<uint32_t> first;
  std::vector<uint32_t> last;
  bool nullable = true;
  uint32_t length_min = 0;
  uint32_t length_max = 0;
  std::optional<PatternKey> key;
};

void append(std::vector<uint32_t>& to, const std::vector<uint32_t>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

class Compiler {
 public:
  explicit Compiler(SymbolTable& symbols) : symbols_(symbols) {}

  PatternFault run(const PatternNode& node, CompiledPattern& out) {
    Fragment whole = compile(node);
    if (positions_.size() > pattern_positions_max) return PatternFault::too_large;
    if (whole.nullable || !whole.key) return PatternFault::no_word;
    out.key = std::move(*whole.key);
    fill(whole, out.program);
    return PatternFault::none;
  }

 private:
  struct Place {
    std::vector<Symbol> symbols;  // none: any word
    std::vector<uint32_t> follow;
  };

  uint32_t place(std::vector<Symbol> symbols) {
    positions_.push_back({std::move(symbols), {}});
    return static_cast<uint32_t>(positions_.size() - 1);
  }

  static Fragment single(uint32_t position, std::optional<PatternKey> key) {
    return {{position}, {position}, false, 1, 1, std::move(key)};
  }

  Fragment words(const std::vector<const PatternNode*>& nodes) {
    PatternKey key;
    for (const PatternNode* node : nodes) {
      const bool prefix = node->kind == Kind::prefix;
      key.symbols.push_back(prefix ? symbols_.of_prefix(node->word) : symbols_.of_word(node->word));
      key.cost += cost_of(node->word) + (prefix ? 1 : 0);
    }
    const uint32_t position = place(key.symbols);
    return single(position, std::move(key));
  }

  Fragment sentinel(Symbol symbol) {
    // Every sentence has a start and an end, so they are the last thing to look for.
    return single(place({symbol}), PatternKey{{symbol}, 1000, 0, 0});
  }

  Fragment gap(uint32_t count) {
    Fragment fragment;
    for (uint32_t i = 0; i < count && positions_.size() <= pattern_positions_max; ++i) {
      const uint32_t position = place({});
      if (i == 0) fragment.first.push_back(position);
      if (i > 0) positions_[position - 1].follow.push_back(position);
      fragment.last.push_back(position);
    }
    fragment.length_max = count;
    return fragment;
  }

  Fragment compile(const PatternNode& node) {
    if (positions_.size() > pattern_positions_max) return {};
    switch (node.kind) {
      case Kind::word:
      case Kind::prefix:
        return words({&node});
      case Kind::any:
        return single(place({}), std::nullopt);
      case Kind::gap:
        return gap(node.count);
      case Kind::start:
        return sentinel(sentence_start);
      case Kind::end:
        return sentinel(sentence_end);
      case Kind::sequence:
        return sequence(node);
      case Kind::choice:
        return choice(node);
      case Kind::optional:
        break;
    }
    Fragment inner = compile(node.children.front());
    inner.nullable = true;
    inner.length_min = 0;
    inner.key.reset();
    return inner;
  }

  Fragment sequence(const PatternNode& node) {
    Fragment all;
    for (const PatternNode& child : node.children) {
      Fragment next = compile(child);
      for (const uint32_t from : all.last) append(positions_[from].follow, next.first);
      if (all.nullable) append(all.first, next.first);
      if (!next.nullable) all.last.clear();
      append(all.last, next.last);
      all.nullable = all.nullable && next.nullable;
      if (next.key && (!all.key || next.key->cost < all.key->cost)) {
        all.key = std::move(next.key);
        all.key->before_min += all.length_min;
        all.key->before_max += all.length_max;
      }
      all.length_min += next.length_min;
      all.length_max += next.length_max;
    }
    return all;
  }

  // Single words among the alternatives, also those of inner choices, share one position.
  static void flatten(const PatternNode& node, std::vector<const PatternNode*>& single_words,
                      std::vector<const PatternNode*>& others) {
    for (const PatternNode& child : node.children) {
      const PatternNode* bare = &child;
      while (bare->kind == Kind::sequence && bare->children.size() == 1) {
        bare = &bare->children.front();
      }
      if (bare->kind == Kind::choice) {
        flatten(*bare, single_words, others);
      } else if (bare->kind == Kind::word || bare->kind == Kind::prefix) {
        single_words.push_back(bare);
      } else {
        others.push_back(bare);
      }
    }
  }

  Fragment choice(const PatternNode& node) {
    std::vector<const PatternNode*> single_words;
    std::vector<const PatternNode*> others;
    flatten(node, single_words, others);
    std::vector<Fragment> branches;
    if (!single_words.empty()) branches.push_back(words(single_words));
    for (const PatternNode* other : others) branches.push_back(compile(*other));
    Fragment all = std::move(branches.front());
    for (size_t i = 1; i < branches.size(); ++i) join(branches[i], all);
    return all;
  }

  static void join(const Fragment& branch, Fragment& all) {
    append(all.first, branch.first);
    append(all.last, branch.last);
    all.nullable = all.nullable || branch.nullable;
    all.length_min = std::min(all.length_min, branch.length_min);
    all.length_max = std::max(all.length_max, branch.length_max);
    if (!branch.key) all.key.reset();
    if (!all.key) return;
    append(all.key->symbols, branch.key->symbols);
    all.key->cost += branch.key->cost;
    all.key->before_min = std::min(all.key->before_min, branch.key->before_min);
    all.key->before_max = std::max(all.key->before_max, branch.key->before_max);
  }

  static void set(uint64_t* row, uint32_t position) {
    row[position / 64] |= 1ULL << (position % 64);
  }

  void fill(const Fragment& whole, PatternProgram& program) const {
    const auto count = static_cast<uint32_t>(positions_.size());
    program.stride = (count + 63) / 64;
    program.follow.assign(size_t{count} * program.stride, 0);
    for (const uint32_t position : whole.first) set(program.first.data(), position);
    for (const uint32_t position : whole.last) set(program.last.data(), position);
    std::vector<std::pair<Symbol, uint32_t>> fits;
    for (uint32_t position = 0; position < count; ++position) {
      const Place& place = positions_[position];
      for (const uint32_t next : place.follow) {
        set(program.follow.data() + size_t{position} * program.stride, next);
      }
      if (place.symbols.empty()) set(program.any.data(), position);
      for (const Symbol symbol : place.symbols) fits.emplace_back(symbol, position);
    }
    std::sort(fits.begin(), fits.end());
    for (const uint32_t position : whole.first) {
      const std::vector<Symbol>& symbols = positions_[position].symbols;
      if (symbols.empty()) program.first_trace = ~0ULL;
      for (const Symbol symbol : symbols) program.first_trace |= trace_of(symbol);
    }
    for (const auto& [symbol, position] : fits) {
      if (program.arcs.empty() || program.arcs.back().symbol != symbol) {
        program.arcs.push_back({symbol, static_cast<uint32_t>(program.masks.size())});
        program.masks.resize(program.masks.size() + program.stride, 0);
      }
      set(program.masks.data() + program.arcs.back().row, position);
    }
  }

  SymbolTable& symbols_;
  std::vector<Place> positions_;
};

using Set = std::array<uint64_t, 4>;

Set fitting(const PatternProgram& program, const PatternSlot& slot,
            std::span<const Symbol> symbols) {
  Set set{};
  if (!slot.sentinel) set = program.any;
  for (uint32_t i = slot.symbol_begin; i < slot.symbol_end; ++i) {
    const auto found = std::lower_bound(
        program.arcs.begin(), program.arcs.end(), symbols[i],
        [](const PatternProgram::Arc& arc, Symbol symbol) { return arc.symbol < symbol; });
    if (found == program.arcs.end() || found->symbol != symbols[i]) continue;
    for (uint32_t w = 0; w < program.stride; ++w) set[w] |= program.masks[found->row + w];
  }
  return set;
}

Set following(const PatternProgram& program, const Set& from) {
  Set set{};
  for (uint32_t w = 0; w < program.stride; ++w) {
    for (uint64_t bits = from[w]; bits != 0; bits &= bits - 1) {
      const uint32_t position = w * 64 + static_cast<uint32_t>(std::countr_zero(bits));
      const uint64_t* row = program.follow.data() + size_t{position} * program.stride;
      for (uint32_t v = 0; v < program.stride; ++v) set[v] |= row[v];
    }
  }
  return set;
}

bool meets(const Set& a, const Set& b) {
  return ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]) | (a[3] & b[3])) != 0;
}

bool none(const Set& set) {
  return (set[0] | set[1] | set[2] | set[3]) == 0;
}

}  // namespace

size_t SymbolTable::Hash::operator()(std::string_view word) const {
  return hash_of(word);
}

Symbol SymbolTable::of_word(std::string_view word) {
  const auto found = words_.find(word);
  if (found != words_.end()) return found->second;
  words_.emplace(std::string(word), next_);
  return next_++;
}

Symbol SymbolTable::of_prefix(std::string_view prefix) {
  for (const Prefix& known : prefixes_) {
    if (known.word == prefix) return known.symbol;
  }
  prefixes_.push_back({std::string(prefix), next_});
  return next_++;
}

void SymbolTable::finish() {
  std::sort(prefixes_.begin(), prefixes_.end(),
            [](const Prefix& a, const Prefix& b) { return a.word < b.word; });
  uint32_t index = 0;
  for (uint32_t byte = 0; byte < 256; ++byte) {
    prefix_begin_[byte] = index;
    while (index < prefixes_.size() &&
           static_cast<unsigned char>(prefixes_[index].word[0]) == byte) {
      ++index;
    }
  }
  prefix_begin_[256] = index;
}

void SymbolTable::find(std::string_view word, std::vector<Symbol>& out) const {
  const auto found = words_.find(word);
  if (found != words_.end()) out.push_back(found->second);
  const auto byte = static_cast<unsigned char>(word[0]);
  for (uint32_t i = prefix_begin_[byte]; i < prefix_begin_[byte + 1U]; ++i) {
    if (word.starts_with(prefixes_[i].word)) out.push_back(prefixes_[i].symbol);
  }
}

PatternFault compile_pattern(const PatternNode& node, SymbolTable& symbols, CompiledPattern& out) {
  return Compiler(symbols).run(node, out);
}

uint32_t run_pattern(const PatternProgram& program, std::span<const PatternSlot> slots,
                     std::span<const Symbol> symbols, uint32_t begin) {
  uint32_t end = 0;
  uint32_t looked_through = 0;
  Set reachable = program.first;
  Set kept{};
  for (uint32_t at = begin; at < slots.size(); ++at) {
    Set state = fitting(program, slots[at], symbols);
    for (uint32_t w = 0; w < 4; ++w) state[w] &= reachable[w];
    if (meets(state, program.last)) end = at + 1;
    if (slots[at].transparent && at > begin && ++looked_through <= emoji_looked_through_max) {
      for (uint32_t w = 0; w < 4; ++w) state[w] |= kept[w];
    }
    if (none(state)) break;
    kept = state;
    reachable = following(program, state);
  }
  return end;
}

}  // namespace keel
