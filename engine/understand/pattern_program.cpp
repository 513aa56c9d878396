#include "understand/pattern_program.h"

#include <algorithm>
#include <bit>
#include <utility>
namespace keel {
namespace {

using Kind = PatternNode::Kind;

// How often the commonest words stand in ten thousand words of the bundled examples: a pattern is
// looked for by those of its words that are met least.
struct Common {
  std::string_view word;
  uint32_t times = 0;
};
constexpr Common common_words[] = {
    {"i", 536},      {"to", 278},     {"the", 267},        {"my", 230},
    {"a", 208},      {"and", 208},    {"me", 186},         {"it", 156},
    {"is", 138},     {"do", 119},     {"in", 118},         {"what", 109},
    {"for", 99},     {"you", 96},     {"how", 84},         {"that", 83},
    {"of", 80},      {"im", 77},      {"this", 77},        {"on", 76},
    {"with", 76},    {"he", 73},      {"her", 64},         {"him", 62},
    {"want", 61},    {"like", 60},    {"can", 55},         {"so", 54},
    {"not", 53},     {"at", 50},      {"one", 50},         {"about", 44},
    {"was", 44},     {"she", 44},     {"have", 41},        {"why", 41},
    {"his", 40},     {"its", 39},     {"we", 39},          {"be", 38},
    {"no", 37},      {"when", 37},    {"dont", 36},        {"up", 35},
    {"know", 35},    {"from", 34},    {"need", 34},        {"are", 34},
    {"does", 34},    {"all", 34},     {"out", 33},         {"now", 32},
    {"if", 32},      {"or", 31},      {"am", 30},          {"back", 30},
    {"just", 29},    {"again", 29},   {"feel", 28},        {"go", 27},
    {"say", 27},     {"cant", 27},    {"people", 27},      {"tell", 27},
    {"get", 25},     {"there", 25},   {"time", 24},        {"love", 24},
    {"id", 24},      {"myself", 23},  {"who", 22},         {"help", 22},
    {"please", 21},  {"day", 21},     {"anxious", 21},     {"every", 21},
    {"still", 21},   {"would", 21},   {"after", 21},       {"something", 21},
    {"ive", 21},     {"said", 20},    {"over", 20},        {"attachment", 20},
    {"an", 20},      {"did", 20},     {"good", 19},        {"ex", 19},
    {"whats", 19},   {"since", 19},   {"someone", 19},     {"here", 18},
    {"should", 18},  {"but", 18},     {"never", 18},       {"stop", 18},
    {"been", 17},    {"keep", 17},    {"two", 17},         {"only", 17},
    {"thing", 17},   {"got", 17},     {"off", 16},         {"could", 16},
    {"make", 16},    {"last", 16},    {"thats", 16},       {"more", 16},
    {"by", 16},      {"then", 16},    {"see", 15},         {"years", 15},
    {"hes", 15},     {"going", 15},   {"ask", 14},         {"everything", 14},
    {"before", 14},  {"as", 14},      {"will", 14},        {"today", 14},
    {"where", 13},   {"left", 13},    {"let", 13},         {"phone", 13},
    {"first", 13},   {"come", 13},    {"says", 13},        {"down", 13},
    {"wrong", 13},   {"write", 13},   {"long", 13},        {"being", 13},
    {"give", 13},    {"our", 12},     {"think", 12},       {"put", 12},
    {"person", 12},  {"without", 12}, {"too", 12},         {"look", 12},
    {"things", 12},  {"much", 12},    {"secure", 12},      {"has", 12},
    {"night", 12},   {"because", 11}, {"work", 11},        {"nothing", 11},
    {"take", 11},    {"new", 11},     {"leave", 11},       {"always", 11},
    {"they", 11},    {"start", 11},   {"had", 10},         {"shes", 10},
    {"talk", 10},    {"three", 10},   {"call", 10},        {"other", 10},
    {"text", 10},    {"days", 10},    {"were", 10},        {"us", 10},
    {"friends", 10}, {"answer", 10},  {"name", 9},         {"told", 9},
    {"next", 9},     {"went", 9},     {"own", 9},          {"same", 9},
    {"contact", 9},  {"mean", 9},     {"which", 9},        {"message", 9},
    {"question", 9}, {"right", 9},    {"them", 9},         {"through", 9},
    {"your", 8},     {"ten", 8},      {"together", 8},     {"ill", 8},
    {"husband", 8},  {"word", 8},     {"relationship", 8}, {"asking", 8},
    {"find", 8},     {"nobody", 8},   {"partner", 8},      {"made", 8},
    {"gone", 8},     {"tonight", 8},  {"bad", 8},          {"anything", 8},
    {"way", 8},      {"asked", 8},    {"week", 8},         {"wife", 8},
    {"whole", 8},    {"wont", 8},     {"goes", 8},         {"miss", 8},
    {"else", 8},     {"any", 7},      {"away", 7},         {"even", 7},
    {"didnt", 7},    {"friend", 7},   {"end", 7},          {"man", 7},
    {"send", 7},     {"five", 7},     {"read", 7},         {"life", 7},
    {"somebody", 7}, {"home", 7},     {"girlfriend", 7},   {"change", 7},
    {"into", 7},     {"once", 7},     {"boyfriend", 7},    {"doesnt", 7},
    {"ok", 7},       {"four", 7},     {"hear", 7},         {"times", 6},
    {"lost", 6},     {"youre", 6},    {"ever", 6},         {"well", 6},
    {"than", 6},     {"wrote", 6},    {"theres", 6},       {"thinking", 6},
    {"head", 6},     {"isnt", 6},     {"minutes", 6},      {"morning", 6}};
constexpr uint32_t others_in_hundred_thousand = 5;

uint32_t cost_of(std::string_view word) {
  static const WordTable common = [] {
    WordTable table;
    for (const Common& one : common_words) table.add(one.word, one.times * 10);
    return table;
  }();
  if (const auto times = common.find(word)) return *times;
  return word.size() <= 2 ? 2 * others_in_hundred_thousand : others_in_hundred_thousand;
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
    fill(whole, out.program, out.start);
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
      key.cost += cost_of(node->word) * (prefix ? 2 : 1);
    }
    const uint32_t position = place(key.symbols);
    return single(position, std::move(key));
  }

  Fragment sentinel(Symbol symbol) {
    // Every sentence has a start and an end, so they are the last thing to look for.
    return single(place({symbol}), PatternKey{{symbol}, 100'000, 0, 0});
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

  static void add(const Place& place, Trace& trace) {
    trace.any = trace.any || place.symbols.empty();
    for (const Symbol symbol : place.symbols) trace.add(symbol);
  }

  static void set(uint64_t* row, uint32_t position) {
    row[position / 64] |= 1ULL << (position % 64);
  }

  void fill(const Fragment& whole, PatternProgram& program, PatternStart& start) const {
    const auto count = static_cast<uint32_t>(positions_.size());
    program.stride = count <= 64 ? 1 : count <= 128 ? 2 : 4;
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
      add(positions_[position], start.first);
      const bool ends =
          std::find(whole.last.begin(), whole.last.end(), position) != whole.last.end();
      if (ends) start.second.any = true;
      for (const uint32_t next : positions_[position].follow) add(positions_[next], start.second);
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

// A set of positions. Most patterns fit one machine word.
template <uint32_t Words>
using Set = std::array<uint64_t, Words>;

template <uint32_t Words>
Set<Words> first_words(const std::array<uint64_t, 4>& all) {
  Set<Words> set{};
  std::copy_n(all.begin(), Words, set.begin());
  return set;
}

template <uint32_t Words>
Set<Words> fitting(const PatternProgram& program, const PatternSlot& slot,
                   std::span<const Symbol> symbols) {
  Set<Words> set{};
  if (!slot.sentinel) set = first_words<Words>(program.any);
  for (uint32_t i = slot.symbol_begin; i < slot.symbol_end; ++i) {
    const auto found = std::lower_bound(
        program.arcs.begin(), program.arcs.end(), symbols[i],
        [](const PatternProgram::Arc& arc, Symbol symbol) { return arc.symbol < symbol; });
    if (found == program.arcs.end() || found->symbol != symbols[i]) continue;
    for (uint32_t w = 0; w < Words; ++w) set[w] |= program.masks[found->row + w];
  }
  return set;
}

template <uint32_t Words>
Set<Words> following(const PatternProgram& program, const Set<Words>& from) {
  Set<Words> set{};
  for (uint32_t w = 0; w < Words; ++w) {
    for (uint64_t bits = from[w]; bits != 0; bits &= bits - 1) {
      const uint32_t position = w * 64 + static_cast<uint32_t>(std::countr_zero(bits));
      const uint64_t* row = program.follow.data() + size_t{position} * Words;
      for (uint32_t v = 0; v < Words; ++v) set[v] |= row[v];
    }
  }
  return set;
}

template <uint32_t Words>
uint32_t run(const PatternProgram& program, std::span<const PatternSlot> slots,
             std::span<const Symbol> symbols, uint32_t begin) {
  uint32_t end = 0;
  uint32_t looked_through = 0;
  const Set<Words> last = first_words<Words>(program.last);
  Set<Words> reachable = first_words<Words>(program.first);
  Set<Words> kept{};
  for (uint32_t at = begin; at < slots.size(); ++at) {
    Set<Words> state = fitting<Words>(program, slots[at], symbols);
    uint64_t some = 0;
    uint64_t ends = 0;
    const bool through =
        slots[at].transparent && at > begin && ++looked_through <= emoji_looked_through_max;
    for (uint32_t w = 0; w < Words; ++w) {
      state[w] &= reachable[w];
      ends |= state[w] & last[w];
      if (through) state[w] |= kept[w];
      some |= state[w];
    }
    if (ends != 0) end = at + 1;
    if (some == 0) break;
    kept = state;
    reachable = following<Words>(program, state);
  }
  return end;
}

}  // namespace

Symbol SymbolTable::of_word(std::string_view word) {
  if (const auto known = words_.find(word)) return *known;
  words_.add(word, next_);
  return next_++;
}

Symbol SymbolTable::of_prefix(std::string_view prefix) {
  if (const auto known = prefixes_.find(prefix)) return *known;
  prefix_bytes_min_ =
      prefixes_.size() == 0 ? prefix.size() : std::min(prefix_bytes_min_, prefix.size());
  prefix_bytes_max_ = std::max(prefix_bytes_max_, prefix.size());
  prefixes_.add(prefix, next_);
  return next_++;
}

void SymbolTable::find(std::string_view word, std::vector<Symbol>& out) const {
  WordHash hash;
  const size_t last = std::min(word.size(), prefix_bytes_max_);
  const size_t first = out.size();
  for (size_t size = 1; size <= word.size(); ++size) {
    hash.add(word[size - 1]);
    if (size < prefix_bytes_min_ || size > last) continue;
    if (const auto known = prefixes_.find(hash, word.substr(0, size))) out.push_back(*known);
  }
  if (const auto known = words_.find(hash, word)) out.insert(out.begin() + first, *known);
}

PatternFault compile_pattern(const PatternNode& node, SymbolTable& symbols, CompiledPattern& out) {
  return Compiler(symbols).run(node, out);
}

uint32_t run_pattern(const PatternProgram& program, std::span<const PatternSlot> slots,
                     std::span<const Symbol> symbols, uint32_t begin) {
  switch (program.stride) {
    case 1:
      return run<1>(program, slots, symbols, begin);
    case 2:
      return run<2>(program, slots, symbols, begin);
    default:
      return run<4>(program, slots, symbols, begin);
  }
}

}  // namespace keel
