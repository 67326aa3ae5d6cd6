#include "pack_facts.hpp"

#include <map>
#include <optional>

#include "recoup/base/text.hpp"
#include "recoup/markup/json.hpp"

namespace recoup {
namespace {

using Kind = JsonEvent::Kind;

/// One fact as it stands in the document.
struct StatedFact {
  std::string name;
  std::optional<JsonEvent> value;
  std::map<std::string, std::string> texts;
  std::uint64_t line = 0;
};

bool is_scalar(Kind kind) {
  return kind == Kind::text || kind == Kind::number || kind == Kind::truth || kind == Kind::none;
}

class FactReader {
 public:
  FactReader(const std::string& document, const FactDictionary& dictionary)
      : document_(document), dictionary_(dictionary) {}

  Result<void> take(const JsonEvent& event) {
    if (event.kind == Kind::key) return key(event);
    if (event.kind == Kind::object_begin) {
      if (depth_ > 2 || (depth_ == 2 && key_.empty())) return shape(event);
      ++depth_;
      return {};
    }
    if (event.kind == Kind::object_end) {
      --depth_;
      return depth_ == 2 ? finish() : Result<void>();
    }
    if (!is_scalar(event.kind) || depth_ < 2) return shape(event);
    if (depth_ == 2) {
      fact_.value = event;
      return finish();
    }
    return member(event);
  }

  FactTable take_table() { return std::move(table_); }

 private:
  Error fault(ErrorCode code, std::string found, std::string expected, std::uint64_t line) const {
    return {code, std::move(found), std::move(expected), {document_, line, fact_.name}};
  }

  Result<void> shape(const JsonEvent& event) const {
    return fault(
        ErrorCode::malformed, quoted(event.text),
        "{\"facts\": {NAME: VALUE, ...}}, where a value may be an object with value, unit, "
        "source, author, on and reasons",
        event.line);
  }

  Result<void> key(const JsonEvent& event) {
    if (depth_ == 1 && event.text != "facts") return shape(event);
    key_ = event.text;
    if (depth_ != 2) return {};
    fact_ = {event.text, std::nullopt, {}, event.line};
    if (dictionary_.find(event.text) != nullptr) return {};
    return fault(ErrorCode::not_found, quoted(event.text), "a fact of the pack's facts.csv",
                 event.line);
  }

  Result<void> member(const JsonEvent& event) {
    if (key_ == "value") {
      fact_.value = event;
      return {};
    }
    for (const char* known : {"unit", "source", "author", "on", "reasons"}) {
      if (key_ != known || event.kind != Kind::text) continue;
      fact_.texts[key_] = event.text;
      return {};
    }
    return shape(event);
  }

  Result<Value> value(const FactEntry& entry) const {
    const JsonEvent& written = *fact_.value;
    if (written.kind == Kind::none) return Value();
    const auto wrong = [&] {
      return fault(ErrorCode::malformed, quoted(written.text), "a value of the type " + entry.type,
                   written.line);
    };
    if (entry.type == "boolean") {
      if (written.kind != Kind::truth) return wrong();
      return Value(written.text == "true");
    }
    if (written.kind == Kind::truth) return wrong();
    if (entry.type == "number") {
      const auto number = Decimal::parse(written.text);
      if (!number) return wrong();
      return Value(number.value().value);
    }
    if (written.kind != Kind::text) return wrong();
    if (entry.type != "date") return Value(written.text);
    const auto date = parse_date(written.text);
    if (!date) return wrong();
    return Value(date.value());
  }

  Result<void> finish() {
    const FactEntry& entry = *dictionary_.find(fact_.name);
    if (!fact_.value) {
      return fault(ErrorCode::malformed, "no value", "\"value\": ...", fact_.line);
    }
    if (fact_.texts.contains("author") && fact_.texts["reasons"].empty()) {
      return fault(ErrorCode::malformed, "a finding without reasons",
                   "the reasons for which the person found it", fact_.line);
    }
    RECOUP_TRY(stated, value(entry));
    const auto unit = fact_.texts.find("unit");
    if (unit != fact_.texts.end() && unit->second != entry.unit) {
      return fault(ErrorCode::malformed, quoted(unit->second),
                   entry.unit.empty() ? "no unit" : quoted(entry.unit), fact_.line);
    }
    Origin origin{document_,
                  fact_.line,
                  fact_.texts["source"],
                  fact_.texts["author"],
                  fact_.texts["on"],
                  fact_.texts["reasons"]};
    table_.set({fact_.name, std::move(stated), entry.unit, std::move(origin)});
    return {};
  }

  const std::string& document_;
  const FactDictionary& dictionary_;
  FactTable table_;
  StatedFact fact_;
  std::string key_;
  int depth_ = 0;
};

}  // namespace

Result<FactTable> read_stated_facts(std::string_view json, const std::string& document,
                                    const FactDictionary& dictionary) {
  FactReader reader(document, dictionary);
  auto done = read_json(json, [&](const JsonEvent& event) { return reader.take(event); });
  if (done) return reader.take_table();
  Error error = done.error();
  if (error.place.document.empty()) error.place.document = document;
  return error;
}

}  // namespace recoup
