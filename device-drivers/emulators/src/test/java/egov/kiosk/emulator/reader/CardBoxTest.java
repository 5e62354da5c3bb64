package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardBoxTest {
  @TempDir Path folder;

  @Test
  void cardFile_with_becomesACard() throws IOException {
    Files.write(folder.resolve("face.webp"), new byte[] {9});
    write(
        """
        layout=resident
        name=测试丙
        number=350100190008080080
        portrait=face.webp
        fingerprints=1
        newAddress.1=样例路9号
        """);
    Card card = CardBox.builtIn().with(folder).named("third").orElseThrow();
    assertEquals("测试丙", card.text().get("name"));
    assertEquals(1, card.fingers());
    assertEquals(List.of("样例路9号"), card.newAddresses());
    assertEquals(9, card.portrait().bytes()[8]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=x\n",
        "layout=passport\n",
        "layout=hmt\ncolour=red\n",
        "layout=resident\nsex=12\n",
        "layout=resident\nfingerprints=3\n",
        "layout=resident\nfingerprints=many\n",
        "layout=resident\nportrait=absent.webp\n",
        "layout=resident\nname=\\u12\n"
      })
  void impossibleFile_with_isRefused(String content) throws IOException {
    write(content);
    assertThrows(IOException.class, () -> CardBox.builtIn().with(folder));
  }

  @Test
  void portraitSetting_withPortrait_changesThatCardOnly() throws IOException {
    Path picture = Files.write(folder.resolve("p.webp"), new byte[1016]);
    CardBox box = CardBox.builtIn().withPortrait("resident=" + picture);
    assertEquals('E', box.named("resident").orElseThrow().portrait().bytes()[0]);
    assertEquals(0, box.named("hmt").orElseThrow().portrait().bytes()[0]);
  }

  @Test
  void impossiblePortraits_withPortrait_areRefused() throws IOException {
    Path tooLong = Files.write(folder.resolve("long.webp"), new byte[1017]);
    Path empty = Files.write(folder.resolve("empty.webp"), new byte[0]);
    Path fine = Files.write(folder.resolve("fine.webp"), new byte[1]);
    CardBox box = CardBox.builtIn();
    for (String setting :
        List.of(
            "resident=" + tooLong,
            "resident=" + empty,
            "nobody=" + fine,
            "no-portrait=" + fine,
            "resident")) {
      assertThrows(IOException.class, () -> box.withPortrait(setting), setting);
    }
  }

  @Test
  void noPortrait_bytes_areZeros() {
    byte[] block = PortraitBlock.NONE.bytes();
    assertEquals(1024, block.length);
    for (byte b : block) {
      assertTrue(b == 0);
    }
  }

  private void write(String content) throws IOException {
    Files.writeString(folder.resolve("third.properties"), content);
  }
}
