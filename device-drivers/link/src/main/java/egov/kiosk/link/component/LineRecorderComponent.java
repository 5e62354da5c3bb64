package egov.kiosk.link.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.LineRecorder;
import egov.kiosk.link.replay.ServingRecorder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The recorder of a serving kiosk as a service, for {@code kiosk device record}. */
@Component(service = LineRecorder.class)
public final class LineRecorderComponent implements LineRecorder {
  private final List<Device> devices = new CopyOnWriteArrayList<>();
  private final ServingRecorder recorder = new ServingRecorder(devices);

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "remove")
  void add(Device device) {
    devices.add(device);
  }

  void remove(Device device) {
    devices.remove(device);
  }

  @Deactivate
  void deactivate() {
    recorder.close();
  }

  @Override
  public Outcome begin(String device, Duration time) {
    return recorder.begin(device, time);
  }

  @Override
  public boolean running() {
    return recorder.running();
  }

  @Override
  public void end() {
    recorder.end();
  }

  @Override
  public Optional<String> take() {
    return recorder.take();
  }
}
