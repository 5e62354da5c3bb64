package egov.kiosk.flow.component;

import egov.kiosk.domain.access.DropReason;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.domain.device.CabinetListener;
import egov.kiosk.flow.DoorWatch;
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
  }
}
