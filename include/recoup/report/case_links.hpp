// case_links.hpp: what the cases of a ranking share with other cases.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/report/json_writer.hpp"
#include "recoup/subjects/leads.hpp"
#include "recoup/subjects/network.hpp"

namespace recoup {

/// Identified subjects that several cases name, by case. They change no place and no point.
struct CaseLinks {
  SubjectNetwork network;  ///< Without reports under handling code C.
  std::map<std::string, std::vector<SharedSubject>, std::less<>> by_case;
};

/// "AL-05 (account), AL-07 (phone)"; empty where the case shares nothing.
[[nodiscard]] std::string links_words(const CaseLinks& links, std::string_view case_id);
/// A paragraph for each subject: what it is, in which cases, and who says so. Empty as above.
[[nodiscard]] std::string links_paragraph(const CaseLinks& links, std::string_view case_id);
/// The member "links": an array with the other cases, the subject and its records.
void write_case_links(JsonWriter& json, const CaseLinks& links, std::string_view case_id);

}  // namespace recoup
