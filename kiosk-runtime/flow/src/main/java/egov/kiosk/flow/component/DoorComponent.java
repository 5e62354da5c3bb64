package egov.kiosk.flow.component;

import egov.kiosk.domain.access.DropReason;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.domain.device.CabinetListener;
import egov.kiosk.flow.cabinet.DoorWatch;
import egov.kiosk.flow.desk.CitizenDesk;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Has the cabinet's door watched; a kiosk without a cabinet is told nothing. */
@Component(immediate = true, service = CabinetListener.class)
public final class DoorComponent implements CabinetListener {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "kiosk-door");
            made.setDaemon(true);
            return made;
          });

  private final DoorWatch watch;
  private final CitizenDesk.Listening listening;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile StaffDoor staff;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile AuditLog audit;

  @Activate
  public DoorComponent(@Reference CitizenDesk desk) {
    watch = new DoorWatch(desk, thread, this::dropRoles);
    listening = desk.listen(watch);
  }

  @Deactivate
  void deactivate() {
    listening.close();
    thread.shutdownNow();
  }

  /** Who worked inside is done. */
  private void dropRoles() {
    StaffDoor known = staff;
    if (known != null) {
      known.drop(DropReason.DOOR_CLOSED);
    }
  }

  @Override
  public void happened(CabinetEvent event) {
    watch.happened(event);
    if (event == CabinetEvent.DOOR_OPENED) {
      thread.execute(() -> record(AuditAction.DOOR_OPENED));
    } else if (event == CabinetEvent.DOOR_CLOSED) {
      thread.execute(() -> record(AuditAction.DOOR_CLOSED));
    }
  }

  /** Writing may wait for the disk. */
  private void record(AuditAction action) {
    AuditLog log = audit;
    if (log != null) {
      log.record(AuditEvent.of(AuditActor.SYSTEM, action, AuditResult.DONE));
    }
  }
}
