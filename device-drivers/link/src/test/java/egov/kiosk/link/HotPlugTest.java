package egov.kiosk.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.KnownDevice;
import egov.kiosk.domain.device.KnownDevices;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that is pulled and comes back. */
class HotPlugTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private PluggedPort port;

  @BeforeEach
  void wire() {
    port = new PluggedPort(folder);
  }

  @AfterEach
  void clear() {
    port.close();
  }

  private <C extends PluggedConnection> HotPlug<C> plug(Connector<C> connector) {
    return plug(connector, KnownDevices.ANY);
  }

  private <C extends PluggedConnection> HotPlug<C> plug(
      Connector<C> connector, KnownDevices known) {
    return new HotPlug<>("reader", HotPlugSettings.USUAL, connector, known, InstantSource.system());
  }

  private static void awaitState(HotPlug<?> plug, DeviceState state) {
    await().atMost(LONG).until(() -> plug.status().state() == state);
  }

  @Test
  void thousandCycles_pulledAndPluggedIn_leakNothing() throws Exception {
    ReplugRun run = ReplugRun.quick(folder);
    run.run(1_000);
    assertTrue(
        run.after().descriptors() <= run.before().descriptors() + 2,
        run.before() + " then " + run.after());
    assertTrue(
        run.after().threads() <= run.before().threads() + 2, run.before() + " then " + run.after());
    assertTrue(
        run.after().heapBytes() <= run.before().heapBytes() + 4_000_000,
        run.before() + " then " + run.after());
  }

  @Test
  void replug_atTheUsualPace_isInServiceWithinThreeSeconds() throws Exception {
    ReplugRun run = new ReplugRun(folder, HotPlugSettings.USUAL);
    run.run(3);
    assertTrue(run.slowestReturn().toMillis() < 3_000, run.slowestReturn().toString());
    // The watch looks every second; a loaded machine may take its time.
    assertTrue(run.slowestLoss().toMillis() < 5_000, run.slowestLoss().toString());
  }

  @Test
  void use_deviceIsGone_isNoDeviceAndServesAgainWhenItReturns() throws Exception {
    try (HotPlug<PluggedPort.Port> plug = plug(port.connector())) {
      assertEquals(FaultCode.NO_DEVICE, fault(plug, open -> 1));
      port.plugIn();
      assertServes(plug);
      assertEquals(DeviceState.ONLINE, plug.status().state());
      port.pull();
      assertEquals(FaultCode.NO_DEVICE, fault(plug, open -> 1));
      assertEquals(Set.of(FaultCode.NO_DEVICE), plug.status().faults());
      port.plugIn();
      assertServes(plug);
    }
  }

  private static FaultCode fault(
      HotPlug<PluggedPort.Port> plug, HotPlug.Step<PluggedPort.Port, ?> step) {
    return assertThrows(DeviceException.class, () -> plug.use(LONG, step)).fault();
  }

  private static void assertServes(HotPlug<PluggedPort.Port> plug) throws Exception {
    assertEquals("done", plug.use(LONG, open -> "done"));
  }

  @Test
  void use_faultOfTheCitizen_keepsTheConnection() throws Exception {
    port.plugIn();
    AtomicInteger opened = new AtomicInteger();
    Connector<PluggedPort.Port> counted =
        limit -> {
          opened.incrementAndGet();
          return port.connector().connect(limit);
        };
    try (HotPlug<PluggedPort.Port> plug = plug(counted)) {
      assertEquals(
          FaultCode.NO_CARD,
          fault(
              plug,
              open -> {
                throw new DeviceException(FaultCode.NO_CARD, "reader", "on purpose");
              }));
      assertServes(plug);
      assertEquals(1, opened.get());
      assertEquals(
          FaultCode.PROTOCOL_ERROR,
          fault(
              plug,
              open -> {
                throw new DeviceException(FaultCode.PROTOCOL_ERROR, "reader", "on purpose");
              }));
      assertServes(plug);
      assertEquals(2, opened.get());
    }
  }

  @Test
  void pulled_whileItIsUnwellAndLeftAlone_isNoticedAndServesWhenItReturns() throws Exception {
    AtomicBoolean sick = new AtomicBoolean(true);
    Connector<PluggedPort.Port> connector =
        Connector.noticing(
            new LinkAddress.Serial(port.name().toString(), 115_200)::empty,
            limit -> {
              PluggedPort.Port open = port.connector().connect(limit);
              if (sick.get()) {
                open.close();
                throw new DeviceException(FaultCode.READER_SELF_TEST_FAILED, "reader", "sick");
              }
              return open;
            });
    // Left alone for ten minutes after the first failures, and looked at all the same.
    HotPlugSettings pace =
        new HotPlugSettings(
            Duration.ofMinutes(10), Duration.ofMillis(20), Duration.ofMinutes(10), LONG);
    port.plugIn();
    try (HotPlug<PluggedPort.Port> plug =
        new HotPlug<>("reader", pace, connector, KnownDevices.ANY, InstantSource.system())) {
      awaitState(plug, DeviceState.HARDWARE_ERROR);
      port.pull();
      awaitState(plug, DeviceState.NO_DEVICE);
      sick.set(false);
      port.plugIn();
      assertServes(plug);
      assertEquals(DeviceState.ONLINE, plug.status().state());
    }
  }

  @Test
  void connect_failsItsSelfTest_isTriedMoreAndMoreSeldom() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    Connector<PluggedPort.Port> sick =
        limit -> {
          tries.incrementAndGet();
          throw new DeviceException(FaultCode.READER_SELF_TEST_FAILED, "reader", "on purpose");
        };
    HotPlugSettings pace =
        new HotPlugSettings(
            Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMinutes(10), LONG);
    try (HotPlug<PluggedPort.Port> plug =
        new HotPlug<>("reader", pace, sick, KnownDevices.ANY, InstantSource.system())) {
      awaitState(plug, DeviceState.HARDWARE_ERROR);
      // 10, 20, 40 ... ms: two seconds hold eight of them, where a steady pace would make 200.
      await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      assertTrue(tries.get() >= 2 && tries.get() <= 12, tries + " tries");
    }
  }

  @Test
  void connect_anotherDeviceThanTheAcceptedOne_isPotentialFraudUntilAccepted() throws Exception {
    port.plugIn();
    DeviceIdentity stranger = new DeviceIdentity(DeviceIdentity.Kind.SERIAL, "B2");
    Connector<PluggedPort.Port> other =
        limit ->
            new PluggedPort.Port(port.connector().connect(limit).link(), Optional.of(stranger));
    Listed known = new Listed();
    try (HotPlug<PluggedPort.Port> plug = plug(other, known)) {
      awaitState(plug, DeviceState.POTENTIAL_FRAUD);
      assertEquals(FaultCode.NOT_THE_ACCEPTED_DEVICE, fault(plug, open -> 1));
      known.admitted = true;
      assertServes(plug);
      assertEquals(Optional.of(stranger), plug.identity());
      assertEquals(DeviceState.ONLINE, plug.status().state());
    }
  }

  private static final class Listed implements KnownDevices {
    private volatile boolean admitted;

    @Override
    public boolean admits(String device, DeviceIdentity identity) {
      return admitted;
    }

    @Override
    public List<KnownDevice> list() {
      return List.of();
    }

    @Override
    public Optional<KnownDevice> accept(String device) {
      return Optional.empty();
    }
  }
}
