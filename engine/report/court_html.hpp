// court_html.hpp: what the forms of a document, and the parts of the HTML form, share.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recoup/report/court_document.hpp"

namespace recoup {

/// `<name attributes>inner</name>`. `inner` is markup already, and attributes are ours.
[[nodiscard]] std::string element(std::string_view name, std::string_view attributes,
                                  std::string_view inner);

/// <head>, with the style, and a policy that allows this style and nothing else.
[[nodiscard]] std::string head_html(const CourtDocument& document);
/// What stands under the title, without what is empty.
[[nodiscard]] std::vector<CourtParticular> particulars(const TitleBlock& title);
/// <header>: the title and the particulars.
[[nodiscard]] std::string title_html(const TitleBlock& title);

/// "doc 3, line 17".
[[nodiscard]] std::string place_text(const CourtCitation& citation);

/// "1,234,567".
[[nodiscard]] std::string grouped(std::uint64_t count);

/// A figure and where in this document it is used.
struct FigureOrigin {
  std::string figure;
  std::string used_in;     ///< "paragraph 2.3".
  std::string used_in_id;  ///< Anchor of that place.
  std::vector<CourtCitation> citations;
};

/// The figures of a document in the order in which it shows them; their list stands at its end.
class FigureOrigins {
 public:
  /// Number of the entry, from 1.
  std::size_t add(FigureOrigin origin) {
    all_.push_back(std::move(origin));
    return all_.size();
  }
  [[nodiscard]] const std::vector<FigureOrigin>& all() const { return all_; }

 private:
  std::vector<FigureOrigin> all_;
};

/// A table and what it is called.
struct NamedTable {
  const CourtTable& table;
  std::string id;          ///< Anchor; a row has this with "-" and its number.
  std::string label;       ///< "Schedule A", "Table 1"; used in the list of figures.
  std::string row_prefix;  ///< Before the row's number: "A" for A1, A2 …
  std::string caption;     ///< As it is to be shown; empty where a heading stands above.
};

/// The lines of a flow as a table.
[[nodiscard]] CourtTable table_of(const Flow& flow);

/// Whether any cell says where it stands; such a table has a column more.
[[nodiscard]] bool is_cited(const CourtTable& table);

/// Whether a table has more columns than an upright page can hold.
[[nodiscard]] bool needs_width(const CourtTable& table);

[[nodiscard]] std::string table_html(const NamedTable& named, FigureOrigins& origins);

}  // namespace recoup
