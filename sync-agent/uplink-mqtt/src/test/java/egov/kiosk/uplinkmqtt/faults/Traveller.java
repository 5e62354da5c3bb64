package egov.kiosk.uplinkmqtt.faults;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.Timing;
import egov.kiosk.uplinkmqtt.Uplinks;
import egov.kiosk.uplinkmqtt.Uplinks.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A kiosk in a process of its own, whose clock somebody else sets. Ends with its input. */
public final class Traveller {
  private Traveller() {}

  /** Port and password file; says what became of each message, and when it believes it was. */
  public static void main(String[] arguments) throws Exception {
    Told told = new Told();
    MqttUplink uplink =
        new MqttUplink(
            "zj-hz-000001",
            Uplinks.settings(Integer.parseInt(arguments[0]))
                .withPasswordFile(Path.of(arguments[1]))
                .withTiming(Timing.FLEET.withProbe(Duration.ofSeconds(2), Duration.ofSeconds(2))));
    uplink.start(told);
    while (System.in.read() >= 0) {
      boolean taken =
          Uplinks.send(uplink, Uplinks.message(10)).get().equals(SendOutcome.acknowledged());
      System.out.println(
          (taken ? "taken " : "failed ") + told.reasons().size() + " " + Instant.now());
    }
    uplink.stop(Duration.ofSeconds(4));
  }
}
