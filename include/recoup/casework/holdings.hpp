// holdings.hpp: what the store holds, and whether its log is whole.
#pragma once

#include "recoup/casework/questions.hpp"

namespace recoup {

/// Every document with its digest, format and counts, and every record that was refused.
[[nodiscard]] Result<Reply> list_documents(const Session& session, Form form);

/// Every case with its operation, accounts and sources, and what no statement has shown yet.
[[nodiscard]] Result<Reply> list_cases(const Session& session, Form form);

/// Compares the audit log with itself and with everything held; names the first bad entry.
[[nodiscard]] Result<Reply> verify_audit(const Session& session, Form form);

/// The audit log, oldest entry first.
[[nodiscard]] Result<Reply> show_audit(const Session& session, Form form);

}  // namespace recoup
