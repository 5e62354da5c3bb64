package egov.kiosk.kurabridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which members of the framework the bridge uses, read from its compiled classes: none but those
 * that are the same in both lines of it. The signatures we compile against cannot show that.
 */
class AllowListTest {
  private static final String FRAMEWORK = "org/eclipse/kura/";
  private static final Set<String> ALLOWED =
      Set.of(
          "cloudconnection/message/KuraMessage.<init>(Lorg/eclipse/kura/message/KuraPayload;)V",
          "cloudconnection/publisher/CloudPublisher.publish"
              + "(Lorg/eclipse/kura/cloudconnection/message/KuraMessage;)Ljava/lang/String;",
          "crypto/CryptoService.decryptAes([C)[C",
          "KuraException.toString()Ljava/lang/String;",
          "message/KuraPayload.<init>()V",
          "message/KuraPayload.addMetric(Ljava/lang/String;Ljava/lang/Object;)V",
          "message/KuraPayload.setTimestamp(Ljava/util/Date;)V",
          "watchdog/WatchdogService.checkin(Lorg/eclipse/kura/watchdog/CriticalComponent;)V",
          "watchdog/WatchdogService.registerCriticalComponent"
              + "(Lorg/eclipse/kura/watchdog/CriticalComponent;)V",
          "watchdog/WatchdogService.unregisterCriticalComponent"
              + "(Lorg/eclipse/kura/watchdog/CriticalComponent;)V");

  @Test
  void bridge_usesAllowedMembersOnly() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("target/classes/egov"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
          used.addAll(new ConstantPool(in).members(FRAMEWORK));
        }
      }
    }
    Set<String> beyond = new TreeSet<>(used);
    beyond.removeAll(ALLOWED);
    assertEquals(Set.of(), beyond);
    assertTrue(used.size() >= ALLOWED.size() - 1, "the search itself works: " + used);
  }
}
