import './extension.cases';
import './dockerfile.cases';
import './manifest.cases';
import './features.cases';
import './manifest-features.cases';
import './actions.cases';
import './settings.cases';
import './snippets.cases';
