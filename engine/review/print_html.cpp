// The inventory as one page to read, print and sign: no scripts, nothing loaded from elsewhere.
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "base/markup.h"
#include "review/book.h"
#include "review/condition_words.h"
#include "review/page_style.h"

namespace keel {
namespace {

using Group = FlowReview::Group;
constexpr std::array<std::string_view, 5> group_titles{
    "Safety", "The engine's own words", "Help lines", "Conversations", "House: what always works"};

// The slots of a line stand out: they are filled in when it is said.
std::string with_marked_slots(const std::string& text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t open = text.find('{', at);
    const size_t close = open == std::string::npos ? open : text.find('}', open);
    out += escaped_for_markup(std::string_view(text).substr(at, open - at));
    if (close == std::string::npos) return out;
    const std::string slot = text.substr(open + 1, close - open - 1);
    out += "<span class=\"slot\">" + escaped_for_markup(spaced(slot)) + "</span>";
    at = close + 1;
  }
  return out;
}

std::string anchor(std::string text) {
  for (char& c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    if (!plain) c = '.';
  }
  return text;
}

std::string kind_words(LineKind kind) {
  switch (kind) {
    case LineKind::title:
      return "Title";
    case LineKind::offer:
      return "Offered as";
    case LineKind::why:
      return "Why it is offered";
    case LineKind::returning:
      return "On coming back";
    case LineKind::coach:
      return "Coach";
    case LineKind::variant:
      return "or";
    case LineKind::instead:
      return "or, if so";
    case LineKind::addition:
      return "and, if so";
    case LineKind::again:
      return "Asked again";
    case LineKind::why_asked:
      return "Why it is asked";
    case LineKind::reply:
      return "Reply";
    case LineKind::help_line:
      return "Help line";
    case LineKind::built_in:
      return "Engine";
  }
  return {};
}

std::string people_of(const LineApproval& approval) {
  std::string out;
  for (const Approver& approver : approval.by) {
    out += (out.empty() ? "" : ", ") + escaped_for_markup(approver.by) + " " +
           escaped_for_markup(approver.on);
    if (!approver.note.empty()) out += " (" + escaped_for_markup(approver.note) + ")";
  }
  return out;
}

std::string state_of(const LineApproval& approval) {
  if (approval.state == ApprovalState::approved) return "✓ " + people_of(approval);
  if (approval.state == ApprovalState::changed)
    return "○ Changed since " + people_of(approval) + " signed it";
  return "○ Not signed";
}

std::string counted(size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string grade_of(const Reading& reading) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.0f", reading.grade());
  return text.data();
}

class Page {
 public:
  Page(const Book& book, std::string today) : book_(book), today_(std::move(today)) {
    shown_.insert(book.shown.begin(), book.shown.end());
    for (const StyleFinding& finding : book.style.findings)
      findings_[finding.line].push_back(&finding);
    for (const FlowReview& flow : book.inventory.flows) {
      std::vector<size_t> lines;
      for (const Entry& entry : flow.entries) {
        if (entry.what == Entry::What::line && shown_.contains(entry.line))
          lines.push_back(entry.line);
      }
      if (!lines.empty()) flows_.push_back({&flow, std::move(lines)});
    }
  }

  std::string print() {
    out_ =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>Everything the coach can say</title>\n<style>";
    out_ += std::string(page_style) + "</style>\n</head>\n<body>\n<header>\n";
    opening();
    out_ += "</header>\n";
    contents();
    out_ += "<main>\n";
    for (const Shown& shown : flows_) flow(shown);
    out_ += "</main>\n<footer class=\"soft small\"><p>Written by <code>keel review</code> on " +
            escaped_for_markup(today_) +
            ". A signature is bound to the words, the conditions and the place of a line; a change "
            "of any of them ends it.</p></footer>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  struct Shown {
    const FlowReview* flow;
    std::vector<size_t> lines;
  };

  void opening() {
    const Totals totals = totals_of(book_, book_.shown);
    out_ += "<h1>Everything the coach can say</h1>\n<p class=\"lead\">" +
            counted(totals.lines, "line") + " in " + counted(flows_.size(), "section") + ", " +
            counted(totals.words, "word") + ". <strong>" +
            escaped_for_markup(sign_off_words(totals)) + "</strong></p>\n";
    out_ +=
        "<p>Nothing else is ever said: each line was written beforehand. Words in a frame, such "
        "as <span class=\"slot\">urge before</span>, are filled in with what the person said. "
        "Lines in <em>or</em> take turns; <em>or, if so</em> goes before them when its "
        "condition is true; <em>and, if so</em> is added in the same bubble. Replies and offers "
        "are what the person may tap.</p>\n"
        "<p class=\"soft small\">The grade is Flesch and Kincaid's, about the years of school "
        "that a line asks for; of a line under ten words it says little. ✓ is signed, ○ is "
        "not.</p>\n";
    totals_table(totals);
    style_table();
  }

  void totals_table(const Totals& all) {
    out_ +=
        "<table><caption>By group</caption><thead><tr><th scope=\"col\">Group</th>"
        "<th scope=\"col\" class=\"n\">Lines</th><th scope=\"col\" class=\"n\">Signed</th>"
        "<th scope=\"col\" class=\"n\">Changed since</th></tr></thead><tbody>\n";
    for (size_t group = 0; group < group_titles.size(); ++group) {
      std::vector<size_t> lines;
      for (const Shown& shown : flows_) {
        if (static_cast<size_t>(shown.flow->group) == group)
          lines.insert(lines.end(), shown.lines.begin(), shown.lines.end());
      }
      if (!lines.empty()) row(std::string(group_titles[group]), totals_of(book_, lines), "");
    }
    row("All", all, " class=\"sum\"");
    out_ += "</tbody></table>\n";
  }

  void row(const std::string& name, const Totals& totals, const std::string& attributes) {
    out_ += "<tr" + attributes + "><th scope=\"row\">" + escaped_for_markup(name) + "</th>";
    for (const size_t number : {totals.lines, totals.approved, totals.changed})
      out_ += "<td class=\"n\">" + std::to_string(number) + "</td>";
    out_ += "</tr>\n";
  }

  // What the house style found, and what was switched off and why.
  void style_table() {
    size_t found = 0;
    for (const StyleFinding& finding : book_.style.findings)
      found += shown_.contains(finding.line) ? 1 : 0;
    out_ += "<p>House style: " +
            (found == 0 ? std::string("nothing found")
                        : counted(found, "line") + " marked with ⚑ below") +
            (book_.style.off.empty() ? ", and no rule is switched off." : ".") + "</p>\n";
    if (book_.style.off.empty()) return;
    out_ +=
        "<table><caption>Rules of house style that are switched off</caption><thead><tr>"
        "<th scope=\"col\">Rule</th><th scope=\"col\">Where</th><th scope=\"col\">Why</th></tr>"
        "</thead><tbody>\n";
    for (const SwitchedOff& off : book_.style.off) {
      std::string where = "everywhere";
      if (off.line) {
        const std::string& id = book_.inventory.lines[*off.line].id;
        where = "<a href=\"#" + anchor(id) + "\">" + escaped_for_markup(id) + "</a>";
      }
      out_ += "<tr><th scope=\"row\">" + escaped_for_markup(off.code) + "</th><td>" + where +
              "</td><td>" + escaped_for_markup(off.why) + "</td></tr>\n";
    }
    out_ += "</tbody></table>\n";
  }

  void contents() {
    out_ += "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n";
    for (size_t group = 0; group < group_titles.size(); ++group) {
      std::string items;
      for (const Shown& shown : flows_) {
        if (static_cast<size_t>(shown.flow->group) != group) continue;
        const Totals totals = totals_of(book_, shown.lines);
        const bool done = totals.approved == totals.lines;
        items += "<li><a href=\"#" + place_of(*shown.flow) + "\">" + name_in_contents(*shown.flow) +
                 "</a> <span class=\"soft small\">" +
                 (done ? "✓ " + std::to_string(totals.lines)
                       : std::to_string(totals.approved) + "/" + std::to_string(totals.lines)) +
                 "</span></li>\n";
      }
      if (!items.empty())
        out_ += "<h3>" + std::string(group_titles[group]) + "</h3>\n<ul>\n" + items + "</ul>\n";
    }
    out_ += "</nav>\n";
  }

  static std::string place_of(const FlowReview& flow) {
    return anchor(flow.language == "en" ? flow.id : flow.language + ":" + flow.id);
  }

  static std::string name(const FlowReview& flow) {
    return escaped_for_markup(flow.title.empty() ? spaced(flow.id) : flow.title) +
           language_of(flow);
  }

  static std::string language_of(const FlowReview& flow) {
    return flow.language == "en" ? std::string() : " (" + escaped_for_markup(flow.language) + ")";
  }

  // Many safety flows bear one title for the person; their ids tell them apart for a reader.
  static std::string name_in_contents(const FlowReview& flow) {
    for (const std::string_view group : {"safety-", "house-"}) {
      if (flow.id.starts_with(group))
        return escaped_for_markup(spaced(flow.id.substr(group.size()))) + language_of(flow);
    }
    return name(flow);
  }

  void flow(const Shown& shown) {
    const FlowReview& flow = *shown.flow;
    const bool safety = flow.group == Group::safety;
    const std::string id = place_of(flow);
    out_ += "<section class=\"flow" + std::string(safety ? " safety" : "") +
            "\" aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" +
            (safety ? "<span class=\"mark safety\">Safety</span>" : "") + name(flow) + "</h2>\n";
    out_ += "<p class=\"soft small\"><code>" + escaped_for_markup(flow.id) + "</code>";
    if (!flow.path.empty()) out_ += " · " + escaped_for_markup(flow.path);
    if (flow.base) out_ += " · comes with keel";
    out_ += " · " + escaped_for_markup(sign_off_words(totals_of(book_, shown.lines))) + "</p>\n";
    if (!flow.starts.empty()) {
      out_ += "<p class=\"soft small\">Starts on: ";
      for (const std::string& start : flow.starts)
        out_ += (&start == &flow.starts.front() ? "" : "; ") + escaped_for_markup(start);
      out_ += "</p>\n";
    }
    notes(flow.comments);
    talk(flow);
    out_ += "</section>\n";
  }

  void notes(const std::vector<std::string>& comments) {
    std::string words;
    for (const std::string& comment : comments) {
      if (!comment.starts_with("style:")) words += (words.empty() ? "" : " ") + comment;
    }
    if (!words.empty()) out_ += "<p class=\"note\">Note: " + escaped_for_markup(words) + "</p>";
  }

  // Steps and branches are left out where only some lines are shown and none of them is under one.
  void talk(const FlowReview& flow) {
    int depth = 0;
    out_ += "<ul class=\"talk\">\n";
    bool item_open = false;
    const auto close_item = [&] {
      if (item_open) out_ += "</li>\n";
      item_open = false;
    };
    for (const Entry& entry : flow.entries) {
      if (entry.what == Entry::What::line && !shown_.contains(entry.line)) continue;
      while (depth > entry.depth) {
        close_item();
        out_ += "</ul></li>\n";
        --depth;
      }
      while (depth < entry.depth) {
        // A branch's own list stands inside the item that opened it.
        if (!item_open) out_ += "<li>";
        out_ += "<ul>\n";
        item_open = false;
        ++depth;
      }
      close_item();
      item(entry);
      item_open = true;
    }
    close_item();
    for (; depth > 0; --depth) out_ += "</ul></li>\n";
    out_ += "</ul>\n";
  }

  void item(const Entry& entry) {
    switch (entry.what) {
      case Entry::What::line:
        return line(entry.line);
      case Entry::What::branch:
        out_ += "<li class=\"branch\"><p>" + escaped_for_markup(entry.text) + "</p>";
        return;
      case Entry::What::part:
        out_ += "<li class=\"part\"><h3>" + escaped_for_markup(entry.text) + "</h3>";
        return;
      case Entry::What::step:
      case Entry::What::note:
        out_ += "<li class=\"step\">→ " + escaped_for_markup(entry.text);
        return;
    }
  }

  void line(size_t index) {
    const ReviewLine& line = book_.inventory.lines[index];
    const LineApproval& approval = book_.approvals[index];
    const bool approved = approval.state == ApprovalState::approved;
    // What follows a reply stands inside its item, under its row.
    out_ += "<li class=\"line " + std::string(approved ? "signed" : "open") +
            (is_persons_voice(line.kind) ? " person" : "") + "\" id=\"" + anchor(line.id) +
            "\"><div class=\"row\">";
    out_ += "<div class=\"kind\">" + kind_words(line.kind) + "</div><div>";
    const bool own = line.kind == LineKind::instead || line.kind == LineKind::addition ||
                     line.kind == LineKind::built_in || line.kind == LineKind::help_line;
    if (own && !line.condition.empty())
      out_ += "<p class=\"when\">When " + escaped_for_markup(own_condition(line)) + "</p>";
    out_ += "<p class=\"said\" lang=\"" + escaped_for_markup(line.language) + "\">" +
            with_marked_slots(line.text) + "</p>";
    notes(line.comments);
    if (const auto found = findings_.find(index); found != findings_.end()) {
      for (const StyleFinding* finding : found->second)
        out_ += "<p class=\"note style\">⚑ " +
                escaped_for_markup(finding->code + " " + finding->message) + ". " +
                escaped_for_markup(finding->reason) + "</p>";
    }
    out_ += "</div><div class=\"meta\"><span class=\"state\">" + state_of(approval) + "</span>";
    // The flow's part of the id stands in the heading.
    const size_t slash = line.id.rfind('/');
    out_ += "<a href=\"#" + anchor(line.id) + "\" title=\"" + escaped_for_markup(line.id) + "\">" +
            escaped_for_markup(line.id.substr(slash == std::string::npos ? 0 : slash + 1)) +
            "</a> · " + counted(static_cast<size_t>(line.reading.words), "word");
    if (line.language == "en" && line.reading.words >= 4)
      out_ += " · grade " + grade_of(line.reading);
    out_ += "</div></div>";
  }

  // The branches above a line stand above it on the page.
  static std::string own_condition(const ReviewLine& line) {
    return line.own_condition.empty() ? line.condition : line.own_condition;
  }

  const Book& book_;
  std::string today_;
  std::set<size_t> shown_;
  std::map<size_t, std::vector<const StyleFinding*>> findings_;
  std::vector<Shown> flows_;
  std::string out_;
};

}  // namespace

std::string print_html(const Book& book, const std::string& today) {
  return Page(book, today).print();
}

}  // namespace keel
