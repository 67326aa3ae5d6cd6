// subject_material.hpp: everything that the store says of subjects.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recoup/casework/session.hpp"
#include "recoup/report/subject_report.hpp"
#include "recoup/subjects/network.hpp"

namespace recoup {

/// Whether reports under handling code C are read.
enum class RestrictedReports : std::uint8_t { withheld, read };

/// What the store says, and the reports that were not read.
struct GatheredSubjects {
  SubjectMaterial material;
  std::vector<WithheldReport> withheld;  ///< By agency and number.
  std::vector<WithheldReport> read;      ///< Under handling code C, in the same order.
};

/// Reads the files and statements of every case and every report.
///
///   Shape   Of a case: its subjects and links, its accounts, the premises of its seizures, and
///           the accounts that its statements name as the other side. A report is of the case and
///           operation that it names; where it names none, of those for which its document was
///           handed in. Reports go nowhere else: no answer with a figure reads them.
///   Errors  those of the store.
[[nodiscard]] Result<GatheredSubjects> gather_subjects(const Session& session,
                                                       RestrictedReports restricted);

}  // namespace recoup
