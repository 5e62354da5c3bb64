package egov.kiosk.cabinet.component;

import egov.kiosk.cabinet.CabinetCheck;
import egov.kiosk.cabinet.CabinetProfile;
import egov.kiosk.cabinet.CabinetSettings;
import egov.kiosk.cabinet.RelayCabinet;
import egov.kiosk.domain.device.Cabinet;
import egov.kiosk.domain.device.CabinetListener;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.domain.device.PowerSwitch;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.component.offer.DriverOffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Registers the cabinet, and its check, when this kiosk has one: a kiosk without is not faulty. A
 * changed configuration replaces it; an unchanged one touches nothing. Listeners that come as
 * services are told either way.
 */
@Component(
    name = "cabinet",
    configurationPid = "cabinet",
    immediate = true,
    service = {})
@Designate(ocd = CabinetConfiguration.class)
public final class CabinetComponent {
  private final KnownDevices known;
  private final Set<CabinetListener> listeners = new HashSet<>();
  private final DriverOffer<CabinetSettings> offer;
  private Optional<RelayCabinet> cabinet = Optional.empty();

  @Activate
  public CabinetComponent(
      BundleContext context, CabinetConfiguration configuration, @Reference KnownDevices known) {
    this.known = known;
    offer = new DriverOffer<>(context, this::open);
    modified(configuration);
  }

  private DriverOffer.Driver open(CabinetSettings settings) {
    RelayCabinet fresh = new RelayCabinet(settings, known, InstantSource.system());
    listeners.forEach(fresh::listen);
    cabinet = Optional.of(fresh);
    return new DriverOffer.Driver(
        fresh,
        List.of(Cabinet.class, PowerSwitch.class),
        new CabinetCheck(fresh),
        () -> close(fresh));
  }

  private void close(RelayCabinet old) {
    listeners.forEach(old::forget);
    old.close();
    cabinet = Optional.empty();
  }

  @Modified
  synchronized void modified(CabinetConfiguration configuration) {
    offer.want(settings(configuration));
  }

  @Deactivate
  synchronized void deactivate() {
    offer.close();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  synchronized void bindListener(CabinetListener listener) {
    listeners.add(listener);
    cabinet.ifPresent(one -> one.listen(listener));
  }

  synchronized void unbindListener(CabinetListener listener) {
    listeners.remove(listener);
    cabinet.ifPresent(one -> one.forget(listener));
  }

  static Optional<CabinetSettings> settings(CabinetConfiguration configuration) {
    if (!configuration.enabled()) {
      return Optional.empty();
    }
    return Optional.of(
        new CabinetSettings(
            LinkAddress.parse(configuration.address().strip()),
            configuration.unit(),
            Duration.ofMillis(configuration.lookMillis()),
            Duration.ofMillis(configuration.answerLimitMillis()),
            new CabinetProfile(
                configuration.doorInput(),
                configuration.personInput(),
                configuration.mainsInput(),
                configuration.batteryInput(),
                numbers(configuration.invertedInputs()),
                coils("lamps", configuration.lamps(), Lamp::valueOf),
                coils("outlets", configuration.outlets(), Function.identity()))));
  }

  /** An empty list may arrive as one empty entry, depending on who writes the configuration. */
  private static Set<Integer> numbers(String[] entries) {
    Set<Integer> numbers = new HashSet<>();
    for (String entry : entries) {
      if (!entry.isBlank()) {
        numbers.add(Integer.parseInt(entry.strip()));
      }
    }
    return numbers;
  }

  private static <K> Map<K, Integer> coils(
      String attribute, String[] entries, Function<String, K> key) {
    Map<K, Integer> coils = new HashMap<>();
    for (String entry : entries) {
      if (entry.isBlank()) {
        continue;
      }
      String[] part = entry.strip().split("=", 2);
      try {
        coils.put(key.apply(part[0].strip()), Integer.parseInt(part[1].strip()));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException(
            "cabinet." + attribute + " is a list of NAME=COIL, such as CARD=0", e);
      }
    }
    return coils;
  }
}
