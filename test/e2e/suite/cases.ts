import './extension.cases';
import './dockerfile.cases';
import './manifest.cases';
import './snippets.cases';
