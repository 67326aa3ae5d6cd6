// ical_reader.hpp: reads a calendar file by the rules of RFC 5545, for tests.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recoup {

/// NAME;PARAM=VALUE:VALUE.
struct IcalLine {
  std::string name;
  std::map<std::string, std::string> parameters;
  std::string value;
};

/// What stands between BEGIN and END.
struct IcalComponent {
  std::string name;
  std::vector<IcalLine> lines;
  std::vector<IcalComponent> parts;

  [[nodiscard]] const IcalLine* find(std::string_view line) const {
    for (const IcalLine& each : lines) {
      if (each.name == line) return &each;
    }
    return nullptr;
  }
  [[nodiscard]] std::size_t count(std::string_view line) const {
    std::size_t found = 0;
    for (const IcalLine& each : lines) found += each.name == line ? 1U : 0U;
    return found;
  }
};

/// Reads a file and notes every rule that it breaks.
class IcalReader {
 public:
  explicit IcalReader(std::string_view bytes) {
    root_.name = "file";
    open_ = {&root_};
    for (const std::string& line : unfolded(bytes)) take(line);
    if (open_.size() != 1) faults_.push_back("a component is not ended");
  }

  [[nodiscard]] const std::vector<IcalComponent>& components() const { return root_.parts; }
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

  /// A value of type TEXT with its escapes resolved (3.3.11).
  std::string text(const std::string& value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (value[i] == ';' || value[i] == ',') faults_.push_back("unescaped " + value);
      if (value[i] != '\\') {
        out += value[i];
        continue;
      }
      const char next = i + 1 < value.size() ? value[i + 1] : '?';
      if (next == 'n' || next == 'N') {
        out += '\n';
      } else if (next == '\\' || next == ';' || next == ',') {
        out += next;
      } else {
        faults_.push_back("an escape that there is not: " + value);
      }
      ++i;
    }
    return out;
  }

 private:
  /// Content lines end in CR LF, have 75 octets at the most, and go on behind CR LF and a blank;
  /// no character is torn (3.1).
  std::vector<std::string> unfolded(std::string_view bytes) {
    std::vector<std::string> lines;
    while (!bytes.empty()) {
      const std::size_t end = bytes.find("\r\n");
      if (end == std::string_view::npos) {
        faults_.push_back("the last line is not ended");
        break;
      }
      const std::string_view line = bytes.substr(0, end);
      if (line.size() > 75) faults_.push_back("longer than 75 octets: " + std::string(line));
      if (line.find_first_of("\r\n") != std::string_view::npos) faults_.push_back("a bare break");
      if (line.empty()) faults_.push_back("an empty line");
      const std::string_view content = line.substr(line.starts_with(' ') ? 1 : 0);
      if (!content.empty() && (static_cast<unsigned char>(content[0]) & 0xC0U) == 0x80U) {
        faults_.push_back("a torn character: " + std::string(line));
      }
      if (line.starts_with(' ') && !lines.empty()) {
        lines.back() += content;
      } else {
        lines.emplace_back(line);
      }
      bytes.remove_prefix(end + 2);
    }
    return lines;
  }

  void take(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) {
      faults_.push_back("no value: " + text);
      return;
    }
    IcalLine line;
    line.value = text.substr(colon + 1);
    std::string head = text.substr(0, colon) + ";";
    for (std::size_t at = head.find(';'); at != std::string::npos; at = head.find(';')) {
      const std::string part = head.substr(0, at);
      head.erase(0, at + 1);
      const std::size_t equals = part.find('=');
      if (line.name.empty()) {
        line.name = part;
      } else if (equals == std::string::npos) {
        faults_.push_back("a parameter without a value: " + text);
      } else {
        line.parameters[part.substr(0, equals)] = part.substr(equals + 1);
      }
    }
    if (line.name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") != std::string::npos) {
      faults_.push_back("no name of a property: " + line.name);
    }
    add(std::move(line));
  }

  void add(IcalLine line) {
    if (line.name == "BEGIN") {
      open_.back()->parts.push_back({line.value, {}, {}});
      open_.push_back(&open_.back()->parts.back());
    } else if (line.name == "END") {
      if (open_.size() == 1 || open_.back()->name != line.value) {
        faults_.push_back("END:" + line.value + " without its BEGIN");
        return;
      }
      open_.pop_back();
    } else {
      open_.back()->lines.push_back(std::move(line));
    }
  }

  IcalComponent root_;
  std::vector<IcalComponent*> open_;
  std::vector<std::string> faults_;
};

}  // namespace recoup
