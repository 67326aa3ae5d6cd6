#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "recoup/markup/json.hpp"
#include "series/series_importer.hpp"

namespace recoup {
namespace {

using Kind = JsonEvent::Kind;

constexpr std::array<std::string_view, 3> divisions = {"england-and-wales", "scotland",
                                                       "northern-ireland"};

/// One entry of a list of events.
struct HolidayEntry {
  std::string title;
  std::string date;
  std::uint64_t line = 0;
};

/// Takes the events of every division of the document.
class HolidayReader {
 public:
  explicit HolidayReader(const Document& document) : document_(document) {}

  void take(const JsonEvent& event) {
    switch (event.kind) {
      case Kind::key: key_ = event.text; return;
      case Kind::object_begin: begin_object(event); return;
      case Kind::array_begin:
        frames_.push_back(is_division() && key_ == "events" ? Frame::events : Frame::other);
        return;
      case Kind::object_end:
      case Kind::array_end: end_level(event); return;
      case Kind::text: take_text(event); return;
      default: return;
    }
  }

  Import finish() {
    import_.format = "bank-holidays";
    import_.version = "1";
    for (const auto& [division, dates] : dates_) {
      if (dates.empty()) continue;
      import_.notes.push_back("bank holidays of " + division + ": " + std::to_string(dates.size()) +
                              ", " + iso_text(*dates.begin()) + " to " + iso_text(*dates.rbegin()));
    }
    return std::move(import_);
  }

 private:
  enum class Frame : std::uint8_t { division, events, event, other };

  /// Whether a member that comes now belongs to a division. The document may be one division, and
  /// so its outermost object counts as one.
  [[nodiscard]] bool is_division() const {
    return !frames_.empty() && frames_.back() == Frame::division;
  }

  void begin_object(const JsonEvent& event) {
    if (frames_.empty() || (frames_.size() == 1 && is_division())) {
      frames_.push_back(Frame::division);
      if (frames_.size() == 2) name_ = key_;
    } else if (frames_.back() == Frame::events) {
      frames_.push_back(Frame::event);
      entry_ = {"", "", event.line};
    } else {
      frames_.push_back(Frame::other);
    }
  }

  void take_text(const JsonEvent& event) {
    if (frames_.empty()) return;
    if (is_division() && key_ == "division") name_ = event.text;
    if (frames_.back() != Frame::event) return;
    if (key_ == "title") entry_.title = event.text;
    if (key_ == "date") {
      entry_.date = event.text;
      entry_.line = event.line;
    }
  }

  void end_level(const JsonEvent& /*event*/) {
    const Frame ended = frames_.back();
    frames_.pop_back();
    if (ended == Frame::event) entries_.push_back(std::move(entry_));
    if (ended != Frame::division) return;
    for (HolidayEntry& entry : entries_) add(entry);
    entries_.clear();
  }

  void add(HolidayEntry& entry) {
    const auto date = parse_date(entry.date);
    if (std::find(divisions.begin(), divisions.end(), name_) == divisions.end()) {
      reject(entry, ErrorCode::malformed, "division", quoted(name_),
             "england-and-wales, scotland or northern-ireland");
    } else if (!date) {
      reject(entry, ErrorCode::malformed, "date", quoted(entry.date), date.error().expected);
    } else if (entry.title.empty() || !check_characters(entry.title, LineEnds::refused)) {
      reject(entry, ErrorCode::malformed, "title", quoted(entry.title), "the holiday's name");
    } else if (!dates_[name_].insert(date.value()).second) {
      reject(entry, ErrorCode::contradiction, "date", entry.date + " for the second time",
             "each day once in " + name_);
    } else {
      import_.series.push_back(
          {"bank-holiday " + name_, date.value(), std::move(entry.title), entry.line});
    }
  }

  void reject(const HolidayEntry& entry, ErrorCode code, std::string field, std::string found,
              std::string expected) {
    import_.rejections.push_back(
        rejection({code, std::move(found), std::move(expected), {"", 0, std::move(field)}},
                  document_.name, entry.line, entry.date + " " + entry.title));
  }

  const Document& document_;
  std::vector<Frame> frames_;
  std::string key_;
  std::string name_;
  HolidayEntry entry_;
  std::vector<HolidayEntry> entries_;
  std::map<std::string, std::set<Date>> dates_;
  Import import_;
};

}  // namespace

bool is_bank_holidays(std::string_view head) {
  const auto has = [&](std::string_view word) { return head.find(word) != std::string_view::npos; };
  return trimmed(head).starts_with("{") && has("\"division\"") && has("\"events\"") &&
         !has("\"case\"");
}

Result<Import> import_bank_holidays(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(text, utf8_text(document));
  HolidayReader reader(document);
  auto read = read_json(text, [&](const JsonEvent& event) -> Result<void> {
    reader.take(event);
    return {};
  });
  if (!read) return placed(std::move(read).error(), document.name, 1);
  Import import = reader.finish();
  if (import.series.empty() && import.rejections.empty()) {
    return Error{ErrorCode::malformed,
                 "no event",
                 "the bank holidays of a division, as GOV.UK publishes them",
                 {document.name, 1, "events"}};
  }
  return import;
}

}  // namespace recoup
