package egov.kiosk.upkeep.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.print.PrintTally;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.Supplies;
import egov.kiosk.upkeep.supply.CountedSupplies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers the count of paper and toner as a service. */
@Component(name = "supplies", configurationPid = "upkeep", service = Supplies.class)
public final class SuppliesComponent implements Supplies {
  private final List<Device> devices = new CopyOnWriteArrayList<>();
  private final CountedSupplies counted;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile PrintTally tally;

  /**
   * Reads what was put in.
   *
   * @throws IOException when what is there cannot be read
   */
  @Activate
  public SuppliesComponent(UpkeepConfiguration configuration) throws IOException {
    counted =
        new CountedSupplies(
            Path.of(configuration.dataDirectory()).toAbsolutePath().resolve("upkeep"),
            () -> Optional.ofNullable(tally),
            () -> devices.stream().map(Device::name).collect(Collectors.toSet()),
            InstantSource.system());
  }

  @Override
  public List<Supply> supplies() {
    return counted.supplies();
  }

  @Override
  public void refilled(String name, int capacity) throws SetupException {
    counted.refilled(name, capacity);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDevice(Device device) {
    devices.add(device);
  }

  void unbindDevice(Device device) {
    devices.remove(device);
  }
}
