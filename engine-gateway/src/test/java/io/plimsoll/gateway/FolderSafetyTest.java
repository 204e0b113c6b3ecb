package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSafetyTest {
    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("journal"));
    }

    @Test
    void acceptsAFolderThatIsNotThereOrPrivate() throws IOException {
        permissions("rwx------");

        assertThat(FolderSafety.check("the folder", folder)).isFalse();
        assertThat(FolderSafety.check("the folder", parent.resolve("none"))).isFalse();
    }

    @Test
    void saysWhenOthersCanLookInto() throws IOException {
        permissions("rwxr-xr-x");

        assertThat(FolderSafety.check("the folder", folder)).isTrue();
        FolderSafety.tighten("the folder", folder);
        assertThat(FolderSafety.check("the folder", folder)).isFalse();
    }

    @Test
    void refusesAFolderThatOthersCanWriteToAndSaysWhatToDo() throws IOException {
        permissions("rwxrwxr-x");

        assertThatIllegalStateException()
                .isThrownBy(() -> FolderSafety.check("the journal's folder", folder))
                .withMessage("others can write to the journal's folder '" + folder
                        + "' (rwxrwxr-x); make sure that nothing in it is theirs, then: chmod 700 '" + folder + "'");
        permissions("rwxr-xrwx");
        assertThatIllegalStateException().isThrownBy(() -> FolderSafety.check("the journal's folder", folder));
    }

    @Test
    void looksAtWhatALinkOfOnesOwnLeadsTo() throws IOException {
        permissions("rwxrwxrwx");
        final Path link = Files.createSymbolicLink(parent.resolve("link"), folder);

        assertThatIllegalStateException()
                .isThrownBy(() -> FolderSafety.check("the folder", link))
                .withMessageContaining("(rwxrwxrwx)");
    }

    private void permissions(final String text) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(text));
    }
}
