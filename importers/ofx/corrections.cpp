#include "ofx/corrections.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "ofx/entry.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// What becomes of an entry.
enum class OfxOutcome : std::uint8_t { booked, gone };

class OfxCorrector {
 public:
  OfxCorrector(const std::vector<Transaction>& entries,
               const std::vector<const OfxElement*>& elements, OfxDocument& document)
      : entries_(entries),
        elements_(elements),
        document_(document),
        outcomes_(entries.size(), OfxOutcome::booked) {}

  std::vector<OfxOutcome> settle() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (elements_[i]->child("CORRECTFITID") != nullptr) settle_one(i);
    }
    return std::move(outcomes_);
  }

 private:
  void settle_one(std::size_t correction) {
    const OfxElement& element = *elements_[correction];
    const std::string_view corrected = element.value("CORRECTFITID");
    const std::string action = ascii_lower(element.value("CORRECTACTION"));
    std::size_t count = 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (i == correction || outcomes_[i] == OfxOutcome::gone) continue;
      if (entries_[i].reference != corrected) continue;
      ++count;
      found = i;
    }
    if (corrected.empty() || count != 1 || (action != "delete" && action != "replace")) {
      reject_ofx(element,
                 ofx_error_at(element, "CORRECTFITID",
                              Error{ErrorCode::contradiction,
                                    "a correction of entry " + quoted(corrected),
                                    "an entry of its own; a person decides what becomes of the "
                                    "earlier one",
                                    {}}),
                 document_);
      outcomes_[correction] = OfxOutcome::gone;
      return;
    }
    const std::string line = std::to_string(element.line);
    hold_back_ofx(
        *elements_[found],
        (action == "delete" ? "deleted" : "replaced") + (" by the correction on line " + line),
        document_);
    outcomes_[found] = OfxOutcome::gone;
    if (action != "delete") return;
    hold_back_ofx(element, "deletes the entry on line " + std::to_string(elements_[found]->line),
                  document_);
    outcomes_[correction] = OfxOutcome::gone;
  }

  const std::vector<Transaction>& entries_;
  const std::vector<const OfxElement*>& elements_;
  OfxDocument& document_;
  std::vector<OfxOutcome> outcomes_;
};

}  // namespace

void resolve_ofx_corrections(std::vector<Transaction>& entries,
                             std::vector<const OfxElement*>& elements, OfxDocument& document) {
  const bool any = std::any_of(entries.begin(), entries.end(), [](const Transaction& entry) {
    return std::any_of(entry.details.begin(), entry.details.end(),
                       [](const EntryDetail& detail) { return detail.name == "corrects"; });
  });
  if (!any) return;
  const std::vector<OfxOutcome> outcomes = OfxCorrector(entries, elements, document).settle();
  std::vector<Transaction> booked;
  std::vector<const OfxElement*> of_booked;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (outcomes[i] == OfxOutcome::gone) continue;
    booked.push_back(std::move(entries[i]));
    of_booked.push_back(elements[i]);
  }
  entries = std::move(booked);
  elements = std::move(of_booked);
}

}  // namespace recoup
