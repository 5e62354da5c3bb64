package egov.kiosk.town;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The configuration file of the town's kiosk: the same keys a technician writes. */
final class TownConfiguration {
  private TownConfiguration() {}

  /**
   * @param own what this kiosk has of its own, in place of the usual
   */
  static String text(
      TownLayout town,
      String kioskId,
      int screensPort,
      int brokerPort,
      int printerPort,
      Map<String, String> own) {
    Path pki = town.pki();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("local-api.port", screensPort);
    settings.put("local-api.runDirectory", "${data}/run");
    settings.put("flow.site", "鼓楼区政务服务中心（演示）");
    settings.put("flow.otherCredentials", true);
    settings.put("flow.stateDirectory", "${data}/desk");
    settings.put("access.directory", "${data}/access");
    settings.put("access.secretFile", "${data}/keys/access.secret");
    settings.put("catalogue.directory", "${home}/items");
    settings.put("catalogue.stateDirectory", "${data}/catalogue");
    settings.put("attachments.directory", "${data}/attachments");
    settings.put("downlink.directory", "${data}/downlink");
    settings.put("progress.directory", "${data}/progress");
    settings.put("downlink.auditFile", "${data}/audit/commands.log");
    settings.put("downlink.logDirectory", "${data}/log");
    settings.put("id-card-reader.port", town.readerPort());
    settings.put("id-card-reader.baud", 115200);
    settings.put("printer.address", "tcp://127.0.0.1:" + printerPort);
    settings.put("camera.device", town.cameraNode());
    settings.put("identity.packDir", town.cache().resolve("face-pack"));
    settings.put("crypto.kioskId", kioskId);
    settings.put("crypto.keyFile", pki.resolve("kiosk/" + kioskId + ".key"));
    settings.put("crypto.certificateFile", pki.resolve("kiosk/" + kioskId + ".pem"));
    settings.put("crypto.trustFile", pki.resolve("ca.pem"));
    settings.put("crypto.platformSignCn", "platform-sign");
    settings.put("crypto.platformEncryptionCertificateFile", pki.resolve("platform-enc.pem"));
    settings.put("rest-keys.directory", "${data}/rest-keys");
    settings.put("outbox.directory", "${data}/outbox");
    settings.put("known-devices.directory", "${data}/devices");
    settings.put("print-ledger.stateDirectory", "${data}/print-ledger");
    settings.put("retention.directory", "${data}/retention");
    settings.put("field-work.grid", Town.GRID);
    settings.put("field-work.directory", "${data}/field");
    settings.put("watch.directory", "${data}/watch");
    settings.put("updates.directory", "${data}/updates");
    settings.put("updates.stateDirectory", "${data}/boot");
    settings.put("agent.stateDirectory", "${data}/books");
    settings.put("audit.directory", "${data}/audit");
    settings.put("documents.sealFile", pki.resolve("kiosk/" + kioskId + ".esl"));
    settings.put("documents.trustFile", pki.resolve("ca.pem"));
    if (town.line() == TownLine.NATIONAL) {
      settings.put("uplink.brokerUri", "ssl://127.0.0.1:" + brokerPort);
      settings.put("uplink.security", "national");
      settings.put("uplink.trustFile", pki.resolve("ca.pem"));
    } else {
      settings.put("uplink.brokerUri", "tcp://127.0.0.1:" + brokerPort);
    }
    settings.put("uplink.reconnectCapSeconds", 2);
    settings.put("uplink.passwordFile", pki.resolve("kiosk/" + kioskId + ".password"));
    settings.putAll(own);
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
        .collect(Collectors.joining("", "# Written by the demonstration town.\n", ""));
  }
}
