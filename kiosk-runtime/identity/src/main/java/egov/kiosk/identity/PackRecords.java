package egov.kiosk.identity;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Tells the audit log which face packs are here and which one serves: at the start, and whenever
 * that changes. Packs are exchanged by another program, so it is seen here, not there; what was
 * done while this one did not run is in the records of its next start. Safe for several threads.
 */
final class PackRecords {
  /** What became of a pack. */
  private enum News {
    INSTALLED,
    REMOVED,
    IN_SERVICE,
    REFUSED
  }

  private final Consumer<AuditEvent> audit;
  private Set<String> here = Set.of();
  private String serving = "";
  private boolean refused;

  PackRecords(Consumer<AuditEvent> audit) {
    this.audit = audit;
  }

  /** These are installed now. */
  synchronized void installed(Set<String> names) {
    for (String name : new TreeSet<>(names)) {
      if (!here.contains(name)) {
        record(News.INSTALLED, AuditResult.DONE, name);
      }
    }
    for (String name : new TreeSet<>(here)) {
      if (!names.contains(name)) {
        record(News.REMOVED, AuditResult.DONE, name);
      }
    }
    here = Set.copyOf(names);
  }

  /** This one serves now, perhaps because another was refused. */
  synchronized void serves(LoadedPack pack) {
    String name = pack.engine().packId();
    if (pack.refusal().isPresent() && !refused) {
      record(News.REFUSED, AuditResult.REFUSED, name);
    }
    refused = pack.refusal().isPresent();
    if (!name.equals(serving)) {
      record(News.IN_SERVICE, AuditResult.DONE, name);
      serving = name;
    }
  }

  private void record(News news, AuditResult result, String pack) {
    audit.accept(
        AuditEvent.of(AuditActor.SYSTEM, AuditAction.FACE_PACK, result)
            .with(AuditAttribute.REASON, news)
            .with(AuditAttribute.RELEASE, AuditCode.orOther(pack)));
  }
}
