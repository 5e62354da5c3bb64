package egov.kiosk.kurabridge;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The constants of a compiled class (Java Virtual Machine Specification, 4.4). */
final class ConstantPool {
  private static final int HEAD = 0xCAFEBABE;

  private final String[] texts;
  private final int[] first;
  private final int[] second;
  private final int[] tags;

  ConstantPool(DataInputStream in) throws IOException {
    if (in.readInt() != HEAD) {
      throw new IOException("no class file");
    }
    in.readInt();
    int count = in.readUnsignedShort();
    texts = new String[count];
    first = new int[count];
    second = new int[count];
    tags = new int[count];
    for (int i = 1; i < count; i++) {
      tags[i] = in.readUnsignedByte();
      switch (tags[i]) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4 -> in.readInt();
        case 5, 6 -> {
          in.readLong();
          // Long and double take two places.
          i++;
        }
        case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
        case 9, 10, 11, 12, 17, 18 -> {
          first[i] = in.readUnsignedShort();
          second[i] = in.readUnsignedShort();
        }
        case 15 -> {
          in.readUnsignedByte();
          first[i] = in.readUnsignedShort();
        }
        default -> throw new IOException("constant of kind " + tags[i]);
      }
    }
  }

  /** Fields and methods of classes whose names begin so, without that beginning. */
  Set<String> members(String beginning) {
    Set<String> found = new TreeSet<>();
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] >= 9 && tags[i] <= 11) {
        String owner = texts[first[first[i]]];
        if (owner.startsWith(beginning)) {
          int named = second[i];
          found.add(
              owner.substring(beginning.length())
                  + "."
                  + texts[first[named]]
                  + texts[second[named]]);
        }
      }
    }
    return found;
  }
}
